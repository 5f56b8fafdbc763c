import { QueryClient, useQuery } from "@tanstack/react-query";
import { connect, type User, type UserList } from "@connect-sdk/users";
import { expectTypeOf } from "vitest";

const { users } = connect();

// A list is a promise to the compiler, wherever it has to be exactly one.
expectTypeOf<UserList>().toExtend<Promise<User[]>>();
export const findAll = (): Promise<User[]> => users.find();
export async function findLicensed(): Promise<User[]> {
  return users.find({ account_status: "licensed" });
}
expectTypeOf(await Promise.all([users.find(), users.count()])).toEqualTypeOf<[User[], number]>();
expectTypeOf(await findLicensed()).toEqualTypeOf<User[]>();

// TanStack Query.
const query = useQuery({ queryKey: ["users"], queryFn: () => users.find() });
expectTypeOf(query.data).toEqualTypeOf<User[] | undefined>();
expectTypeOf(query.data?.map((user) => user.username)).toEqualTypeOf<string[] | undefined>();
expectTypeOf(await new QueryClient().query({ queryKey: ["users"], queryFn: () => users.find() })).toEqualTypeOf<
  User[]
>();
