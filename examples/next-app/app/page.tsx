import { headers } from "next/headers";
import { connectAsVisitor } from "./connection";
import { LockState } from "./lock-state";

// Never cached: what a visitor may see depends on the visitor.
export const dynamic = "force-dynamic";

export default async function Page() {
  const connection = await connectAsVisitor(await headers());
  const me = await connection.me();
  const publishers = await connection.users.find({ user_role: "publisher" });
  return (
    <main>
      <h1>Hello {me.username}</h1>
      <ul>
        {publishers.map((user) => (
          // Client components get plain objects.
          <LockState key={user.guid} user={user.toJSON()} />
        ))}
      </ul>
    </main>
  );
}
