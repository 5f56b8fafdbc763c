/** Returns the usernames of everybody who has not been active in the period of the license. */
export async function inactiveUsers(users) {
  const names = [];
  for await (const user of users.find({ account_status: "inactive" })) names.push(user.username);
  return names;
}
