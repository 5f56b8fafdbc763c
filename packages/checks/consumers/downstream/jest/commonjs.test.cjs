// A CommonJS suite on Jest: require() is not possible there, import() is.
test("a CommonJS test imports the package", async () => {
  const { createFakeConnect } = await import("@connect-sdk/testing");
  expect(createFakeConnect({ users: 5 }).users).toHaveLength(5);
});
