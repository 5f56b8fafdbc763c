import type { ReactNode } from "react";

export const metadata = { title: "Analysts" };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
