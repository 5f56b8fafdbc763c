/** How a user is named to a person: `Jo Doe (jdoe)`, or the username alone. */
export function displayName(user: { username: string; first_name: string; last_name: string }): string {
  const name = [user.first_name, user.last_name].filter(Boolean).join(" ");
  return name === "" ? user.username : `${name} (${user.username})`;
}
