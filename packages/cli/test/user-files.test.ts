import { createFakeConnect } from "@connect-sdk/testing";
import { describe, expect, test } from "vitest";
import { changesOf } from "./support/changes-of.ts";
import { run, smallServer } from "./support/cli.ts";
import { containing } from "./support/containing.ts";
import { userNamed } from "./support/user-named.ts";

const lockedOf = (fake: ReturnType<typeof smallServer>) =>
  fake.users
    .filter(({ locked }) => locked)
    .map(({ username }) => username)
    .sort();

describe("a list of users", () => {
  test.each([
    ["list --csv", ["list", "--csv"]],
    ["list --csv --fields username", ["list", "--csv", "--fields", "username"]],
    ["list --csv --fields email", ["list", "--csv", "--fields", "email,first_name"]],
    ["list --ndjson", ["list", "--ndjson"]],
    ["list --json", ["list", "--json"]],
    ["export", ["export"]],
    ["list --csv --excel", ["list", "--excel"]],
  ])("can be the output of `%s`", async (_what, argv) => {
    const fake = smallServer();
    const listed = await run(fake, [...argv, "--role", "viewer"]);
    const { code } = await run(fake, ["lock", "--file", "-", "--yes"], { stdin: listed.stdout });

    expect(code).toBe(0);
    expect(lockedOf(fake)).toEqual(["jdoe", "lin"]);
  });

  test.each([
    ["JSON strings", '["jdoe","amara@example.com"]'],
    ["a column of e-mail addresses", "email\nJO@example.com\namara@example.com\n"],
    ["semicolons and UTF-16", Buffer.from("\ufeffusername;email\r\njdoe;x\r\namara;y\r\n", "utf16le")],
    ["lines in UTF-16", Buffer.from("\ufeffjdoe\r\namara\r\n", "utf16le")],
    ["lines in quotes", '"jdoe"\r\n"amara"\r\n'],
    ["lines with invisible characters", "\ufeffjdoe\u200b\n\u00a0amara \n"],
  ])("can be %s", async (_what, stdin) => {
    const fake = smallServer();
    const { code } = await run(fake, ["lock", "--file", "-", "--yes"], { stdin });

    expect(code).toBe(0);
    expect(lockedOf(fake)).toEqual(["amara", "jdoe", "lin"]);
  });

  const hr = "username;email;left\njdoe;jo@example.com;2026-05-31\n";

  test("with other columns names the flag that skips them", async () => {
    const { code, stderr } = await run(smallServer(), ["lock", "--file", "-", "--yes"], { stdin: hr });

    expect(code).toBe(2);
    expect(stderr).toContain("line 1, column 3: `left` is not a column that names a user");
    expect(stderr).toContain("Add --ignore left.");
  });

  test("is read with --ignore, which the resume command repeats", async () => {
    const fake = smallServer();
    fake.fault({ operationId: "lockUser", status: 500, times: Infinity });
    const { stderr } = await run(fake, ["lock", "--file", "-", "--yes", "--ignore", "left", "--map", "E=email"], {
      stdin: hr.replace("email", "E"),
    });

    expect(stderr).toContain("--ignore left");
    expect(stderr).toContain("--map E=email");
  });

  test.each([
    ["login\njdoe\n", "`login` looks like a header.", "Add --map login=username, or --format lines if it is a user."],
    ["E-Mail,Name\njo@example.com,Jo\n", "`E-Mail` is not a column that names a user", "--map E-Mail=email"],
    ["first_name\nJo\n", "one of the columns `guid`, `username`, `email` is missing", "guid, username, email"],
  ])("%j is refused with the cure", async (stdin, message, fix) => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, ["lock", "--file", "-", "--yes"], { stdin });

    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain(fix);
    expect(changesOf(fake)).toEqual([]);
  });

  test("with --format lines may contain the name of a column", async () => {
    const fake = smallServer();
    fake.addUser({ username: "login" });
    const { code } = await run(fake, ["lock", "--file", "-", "--format", "lines", "--yes"], { stdin: "login\n" });

    expect(code).toBe(0);
    expect(userNamed(fake, "login")).toMatchObject({ locked: true });
  });

  test("explains a damaged name instead of not finding it", async () => {
    const { code, stdout } = await run(smallServer(), ["lock", "--file", "-", "--yes"], { stdin: "ZoÃ«\n" });

    expect(code).toBe(2);
    expect(stdout).toContain("`ZoÃ«` looks like `Zoë` read in the wrong encoding");
  });

  test("never looks up a name that is far too long", async () => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["lock", "--file", "-", "--yes"], {
      stdin: `${"x".repeat(10_000_000)}\n`,
    });

    expect(code).toBe(2);
    expect(stdout).toContain("the cell has 10,000,000 characters");
    expect(stdout.length).toBeLessThan(500);
    expect(fake.requests.every(({ path }) => path.length < 200)).toBe(true);
  });

  test("never locks a user whose guid is another's", async () => {
    const fake = smallServer();
    const guid = userNamed(fake, "amara")?.guid ?? "";
    const stdin = `guid,username\n${guid},jdoe\n`;
    const { code, stdout } = await run(fake, ["lock", "--file", "-", "--yes"], { stdin });
    const byName = await run(fake, ["lock", "--file", "-", "--yes", "--ignore", "guid"], { stdin });

    expect(code).toBe(2);
    expect(stdout).toContain("the guid belongs to `amara`, not to `jdoe`");
    expect(byName.code).toBe(0);
    expect(lockedOf(fake)).toEqual(["jdoe", "lin"]);
  });
});

describe("update --file", () => {
  test.each([["guid"], ["email"], ["username"]] as const)("finds users by %s alone", async (field) => {
    const fake = smallServer();
    const key = userNamed(fake, "jdoe")?.[field] ?? "";
    const { code } = await run(fake, ["update", "--file", "-", "--yes"], {
      stdin: `${field},user_role\n${key},publisher\n`,
    });

    expect(code).toBe(0);
    expect(changesOf(fake)).toMatchObject([{ body: { user_role: "publisher" } }]);
    expect(userNamed(fake, "jdoe")).toMatchObject({ user_role: "publisher" });
  });

  test("does not change the case of an e-mail address that only finds the user", async () => {
    const fake = smallServer();
    const { code } = await run(fake, ["update", "--file", "-", "--yes"], {
      stdin: "email,locked\nJO@EXAMPLE.COM,true\n",
    });

    expect(code).toBe(0);
    expect(userNamed(fake, "jdoe")).toMatchObject({ email: "jo@example.com", locked: true });
  });

  test("says that there is no user for a name with blanks around it", async () => {
    const { stdout } = await run(smallServer(), ["update", "--file", "-", "--yes"], {
      stdin: "username,locked\n zoe ,true\n",
    });

    expect(stdout).toContain("there is no user `zoe`");
  });

  test("refuses a user that two rows name in different ways", async () => {
    const fake = smallServer();
    const { code, stdout } = await run(fake, ["update", "--file", "-", "--yes"], {
      stdin: "username,email,last_name\njdoe,,Doe1\n,jo@example.com,Doe2\n",
    });

    expect(code).toBe(2);
    expect(stdout).toContain("line 3, jo@example.com: column 2 (email): `jdoe` is already on line 2");
    expect(changesOf(fake)).toEqual([]);
  });

  test("reports an unknown address with exit code 4", async () => {
    const { code, stdout } = await run(smallServer(), ["update", "--file", "-", "--yes", "--json"], {
      stdin: "email,last_name\nno@example.com,Doe\n",
    });

    expect(code).toBe(4);
    expect(JSON.parse(stdout)).toMatchObject([{ line: 2, column: 1, field: "email", kind: "not_found" }]);
  });
});

describe("the columns of other systems", () => {
  test.each([
    [
      "Google Workspace",
      "First Name [Required],Last Name [Required],Email Address [Required],Org Unit Path [Required]",
      '--map "First Name [Required]=first_name" --map "Last Name [Required]=last_name" --map "Email Address [Required]=email" --ignore "Org Unit Path [Required]"',
    ],
    [
      "Entra ID",
      "userPrincipalName,givenName,surname,mail,department",
      "--map userPrincipalName=username --map givenName=first_name --map surname=last_name --map mail=email --ignore department",
    ],
    [
      "Okta",
      "login,firstName,lastName,email,mobilePhone",
      "--map login=username --map firstName=first_name --map lastName=last_name --ignore mobilePhone",
    ],
    [
      "Active Directory",
      '"SamAccountName","UserPrincipalName","GivenName","Surname","EmailAddress"',
      "--map SamAccountName=username --ignore UserPrincipalName --map GivenName=first_name --map Surname=last_name --map EmailAddress=email",
    ],
    [
      "a German spreadsheet",
      "Benutzername;Vorname;Nachname;E-Mail-Adresse;gesperrt",
      "--map Benutzername=username --map Vorname=first_name --map Nachname=last_name --map E-Mail-Adresse=email --map gesperrt=locked",
    ],
  ])("of %s are refused with the flags to add, which work", async (_what, header, flags) => {
    const fake = createFakeConnect();
    const separator = header.includes(";") ? ";" : ",";
    const columns = header.split(separator).map((name) => name.replaceAll('"', ""));
    const row = columns.map((name) =>
      /mail(?!ing)/i.test(name) ? "zoe@example.com" : name.includes("gesperrt") ? "nein" : `zoe-${name}`,
    );
    const stdin = `${header}\r\n${row.join(separator).replace("nein", "no")}\r\n`;
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin });
    expect(code).toBe(2);
    expect(stderr).toContain(`Add ${flags}.`);

    const words = Array.from(flags.matchAll(/"([^"]*)"|(\S+)/g), ([, quoted, bare]) => quoted ?? bare ?? "");
    const both = flags.includes("=username") ? [] : ["--map", "Email Address [Required]=username"];
    if (both.length > 0) expect(stderr).toContain("If the e-mail address is the username, map it to both: --map");
    const again = await run(fake, ["import", "-", "--yes", ...words, ...both], { stdin });
    expect(again).toMatchObject({ code: 0 });
    expect(fake.users).toHaveLength(2);
  });

  test.each([
    ["surname", "last_name"],
    ["Mail", "email"],
    ["UPN", "username"],
    ["Given name", "first_name"],
    ["Prénom", "first_name"],
    ["e-mail address", "email"],
    ["Passwort", "password"],
    ["Username [Required]", "username"],
    ["Email (work)", "email"],
    ["First_Name [Required]", "first_name"],
    ["Legal Last Name", "last_name"],
  ])("`%s` is suggested as `%s`", async (header, column) => {
    const others = column === "username" ? "" : "username,";
    const { stderr } = await run(createFakeConnect(), ["import", "-", "--yes"], { stdin: `${others}${header}\nx,y\n` });

    expect(stderr).toContain(`\`${header}\` is not a column that can be imported (did you mean \`${column}\`?)`);
  });

  test.each([
    [["--map", "E-Mail"], "--map `E-Mail` is not HEADER=COLUMN."],
    [["--map", "E-Mail=mail"], "--map: there is no column `mail`."],
    [["--map", "Mail=email"], "there is no column `Mail` for --map"],
    [["--map", "E-Mail=email", "--map", "Name=email"], "duplicate column `email`"],
  ])("%j is refused", async (flags, message) => {
    const { code, stderr } = await run(createFakeConnect(), ["import", "-", "--yes", "--ignore", "Name", ...flags], {
      stdin: flags.includes("Name=email") ? "username,E-Mail,name2\n" : "username,E-Mail,Name\nzoe,z,y\n",
    });

    expect(code).toBe(2);
    if (!flags.includes("Name=email")) expect(stderr).toContain(message);
  });

  test("in the wrong encoding are reported as that", async () => {
    const { code, stderr } = await run(createFakeConnect(), ["import", "-", "--yes"], {
      stdin: "username;PrÃ©nom\nzoe;Z\n",
    });

    expect(code).toBe(2);
    expect(stderr).toContain("line 1, column 2: `PrÃ©nom` looks like `Prénom` read in the wrong encoding.");
    expect(stderr).toContain("fix: Open the original file as UTF-8.");
  });

  test("in JSON can be mapped and ignored", async () => {
    const fake = createFakeConnect();
    const flags = ["--map", "login=username", "--map", "mail=email", "--ignore", "id"];
    const { code } = await run(fake, ["import", "-", "--yes", ...flags], {
      stdin: '[\n  {"id": 7, "login": "zoe", "mail": "zoe@example.com"}\n]',
    });

    expect(code).toBe(0);
    expect(userNamed(fake, "zoe")).toMatchObject({ email: "zoe@example.com" });
  });
});

describe("what spreadsheets and exports add", () => {
  test.each([
    ["columns without a name or cells", "username,email,,\nzoe,zoe@example.com,,\n"],
    ["empty cells after the last column", "username,email\nzoe,zoe@example.com,,,\n"],
    ["rows of empty cells", "username;email\nzoe;zoe@example.com\n;\n ;\u00a0\n"],
    ["a #TYPE line", '#TYPE Selected.System.Management\n"username","email"\n"zoe","zoe@example.com"\n'],
    ["a sep= line", "sep=;\r\nusername;email\r\nzoe;zoe@example.com\r\n"],
    ["a sep= line with an unusual separator", "sep=^\r\nusername^email\r\nzoe^zoe@example.com\r\n"],
    ["vertical bars", "username|email\nzoe|zoe@example.com\n"],
    ["tabs", "username\temail\nzoe\tzoe@example.com\n"],
    ["a separator in the name of another column", '"username";"a,b,c";email\nzoe;;zoe@example.com\n'],
    ["UTF-16 from PowerShell", Buffer.from("\ufeffusername,email\r\nzoe,zoe@example.com\r\n", "utf16le")],
    ["big-endian UTF-16", Buffer.from("\ufeffusername,email\r\nzoe,zoe@example.com\r\n", "utf16le").swap16()],
    ["headers in quotes with spaces", '" username "," Email "\nzoe,zoe@example.com\n'],
  ])("is no error: %s", async (what, stdin) => {
    const fake = createFakeConnect();
    const ignore = what.includes("another column") ? ["--ignore", "a,b,c"] : [];
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--json", ...ignore], { stdin });

    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([{ username: "zoe", status: "done" }]);
    expect(userNamed(fake, "zoe")).toMatchObject({ email: "zoe@example.com" });
  });

  test("keeps the line numbers of the file", async () => {
    const { stdout } = await run(createFakeConnect(), ["import", "-", "--yes", "--json"], {
      stdin: "sep=;\r\n\r\nusername;user_role\r\nzoe;boss\r\n",
    });

    expect(JSON.parse(stdout)).toMatchObject([{ line: 4, column: 2 }]);
  });

  test.each([
    ["WAHR", "FALSCH"],
    ["Vrai", "Faux"],
    ["VERDADERO", "FALSO"],
    ["ИСТИНА", "ЛОЖЬ"],
  ])("%s and %s are read as true and false, with a note", async (yes, no) => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], {
      stdin: `username;locked\njdoe;${yes}\nlin;${no}\n`,
    });

    expect(code).toBe(0);
    expect(lockedOf(fake)).toEqual(["jdoe"]);
    expect(stderr).toContain(`Read ${yes} as true, ${no} as false.`);
  });

  test.each([
    ["a workbook", Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), "Standard input is a workbook, not a text file."],
    ["UTF-16 without a mark", Buffer.from("username\nzoe\n", "utf16le"), "looks like UTF-16 without a byte order mark"],
    ["half of a UTF-16 file", Buffer.from("\ufeffusername", "utf16le").subarray(0, 9), "invalid UTF-16"],
  ])("is explained if it cannot be read: %s", async (_what, stdin, message) => {
    const { code, stderr } = await run(createFakeConnect(), ["import", "-", "--yes"], { stdin });

    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).toContain("CSV UTF-8");
  });
});

describe("the text of a cell", () => {
  test("loses blanks and invisible characters at its ends, with a note", async () => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], {
      stdin: "username,email,first_name\n jdoe ,\u202ajo@new.example\u00a0,\u200bJo \u2060\n",
    });

    expect(code).toBe(0);
    expect(stderr).toContain("Left out spaces or invisible characters around 3 cells (first: line 2, column 1).");
    expect(userNamed(fake, "jdoe")).toMatchObject({ email: "jo@new.example", first_name: "Jo" });
  });

  test.each([
    ["username", "zo\u0000e", "contains the control character U+0000"],
    ["username", "zo\u200be", "contains the invisible character U+200B"],
    ["email", "zoe\u202e@example.com", "contains the invisible character U+202E"],
    ["email", "zoe@exam\u00adple.com", "contains the invisible character U+00AD"],
    ["first_name", "Zo\u001be", "contains the control character U+001B"],
    ["first_name", "Zo\u2067e", "contains the invisible character U+2067"],
    ["last_name", "Do\ne", "contains a line break"],
    ["first_name", "ZoÃ«", "`ZoÃ«` looks like `Zoë` read in the wrong encoding"],
    ["last_name", "ÐŸÐµÑ‚Ñ€Ð¾Ð²Ð°", "looks like `Петрова` read in the wrong encoding"],
    ["last_name", "Oâ€™Brien", "looks like `O’Brien` read in the wrong encoding"],
    ["first_name", "Zo\ufffd", "contains U+FFFD"],
    ["username", "1.23457E+11", "is a number that a spreadsheet shortened"],
    ["username", "1-Mar", "`1-Mar` looks like a date"],
    ["username", "01. Mrz", "looks like a date"],
    ["username", "Sep-12", "looks like a date"],
    ["username", "Mär 26", "looks like a date"],
    ["email", "1/3/2026", "looks like a date"],
    ["username", "01/03/26", "looks like a date"],
    ["username", "1.3.2026", "looks like a date"],
    ["username", "10.01.12", "looks like a date"],
    ["first_name", "#REF!", "is an error of a spreadsheet"],
    ["username", "#N/A", "is an error of a spreadsheet"],
    ["last_name", "#DIV/0!", "is an error of a spreadsheet"],
    ["email", "#NAME?", "is an error of a spreadsheet"],
    ["last_name", "#WERT!", "is an error of a spreadsheet"],
    ["email", "Err:508", "is an error of a spreadsheet"],
    ["username", "########", "is a cell that was too narrow for its value"],
    ["username", "x".repeat(10_000), "the cell has 10,000 characters"],
  ])("makes a row invalid before anything is sent: %s %j", async (field, value, message) => {
    const fake = createFakeConnect();
    const other = field === "username" ? "email" : "username";
    const { code, stdout } = await run(fake, ["import", "-", "--yes", "--json"], {
      stdin: `${field},${other}\n"${value}",${other === "email" ? "zoe@x.example" : "zoe"}\n${field === "email" ? "amy@x.example,amy" : "amy,amy@x.example"}\n`,
    });

    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject([{ line: 2, column: 1, field, message: containing(message) }]);
    expect(changesOf(fake)).toEqual([]);
  });

  test.each([
    "ann-26",
    "mar1",
    "2026-03-01",
    "jan-may",
    "Mark-26",
    "1.2.3.4",
    "Ann.26",
    "Dec-2026",
    "may-17",
    "12-mar-x",
    "3.14",
    "10.1.12",
    "10.45.2026",
    "40-Mar",
    "0.0.12",
  ])("a new username can be %j, which does not look like a date of a spreadsheet", async (username) => {
    const fake = createFakeConnect();
    const { code } = await run(fake, ["import", "-", "--yes"], {
      stdin: `username,email\n${username},x@example.com\n`,
    });

    expect(code).toBe(0);
    expect(userNamed(fake, username)).toBeDefined();
  });

  test.each(["Zoë", "Weiß’s", "ÖLÇÜ", "JOÃO", "Ö“x”", "Ñandú", "میهن\u200cپرست", "👩🏽‍🔬", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "Ångström", "Đặng", "İ"])(
    "can be %j in a name",
    async (name) => {
      const fake = smallServer();
      const { code } = await run(fake, ["import", "-", "--yes"], { stdin: `username,first_name\njdoe,${name}\n` });

      expect(code).toBe(0);
      expect(userNamed(fake, "jdoe")).toMatchObject({ first_name: name });
    },
  );

  test("is no problem while it does not change", async () => {
    const fake = createFakeConnect();
    fake.addUser({ username: "zoe ", first_name: "ZoÃ«", last_name: "a\tb " });
    const exported = await run(fake, ["export"]);
    const { code, stderr } = await run(fake, ["import", "-", "--yes"], { stdin: exported.stdout });

    expect(code).toBe(0);
    expect(stderr).toContain("Nothing to do for standard input: 2 unchanged.");
  });
});

test("an API key in a file that PowerShell wrote works", async () => {
  const fake = smallServer();
  const stdin = Buffer.from(`\ufeff${fake.apiKey}\r\n`, "utf16le");
  const argv = ["count", "--server", fake.url, "--api-key-file", "-"];

  expect(await run(fake, argv, { stdin, env: { CONNECT_API_KEY: undefined } })).toMatchObject({
    code: 0,
    stdout: "4\n",
  });
});

describe("a file that is far too large", () => {
  test.each([
    [
      "20,000 unknown columns",
      () => `username,${Array.from({ length: 20_000 }, (_, at) => `unknown_${at}`).join(",")}\n`,
    ],
    ["a header of 10 MB", () => `username,${"x".repeat(10_000_000)}\nzoe,1\n`],
    ["a cell of 10 MB", () => `username,email\nzoe,${"x".repeat(10_000_000)}\n`],
    ["a username of 10 MB", () => `username\n${"x".repeat(10_000_000)}\n`],
    ["a role of 10 MB", () => `username,user_role\nzoe,${"x".repeat(10_000_000)}\n`],
    ["a line of 10 MB that is not UTF-8", () => Buffer.concat([Buffer.alloc(10_000_000, 0x78), Buffer.from([0xe9])])],
    ["a JSON field of 10 MB", () => `{"username":"zoe","${"x".repeat(10_000_000)}":1}`],
    ["a quote that never ends", () => `username,email\nzoe,"${"x\n".repeat(5_000_000)}`],
    ["a JSON array with a string of 10 MB", () => `["${"x".repeat(10_000_000)}"]`],
  ])("is refused in a short message: %s", async (_what, stdin) => {
    const started = performance.now();
    const { code, stdout, stderr } = await run(createFakeConnect(), ["import", "-", "--yes"], { stdin: stdin() });

    expect(code).toBe(2);
    expect(stdout.length + stderr.length).toBeLessThan(1_500);
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe("a file of pairs", () => {
  const server = () => {
    const fake = createFakeConnect();
    for (const username of ["old", "new"]) fake.addUser({ username });
    return fake;
  };

  test.each([
    ["UTF-16 with tabs", Buffer.from("\ufefffrom\tinto\r\nold\tnew\r\n\t\r\n", "utf16le"), []],
    ["NDJSON", '{"from":"old","into":"new"}\n', []],
    ["a JSON array", '[{"into":"new","from":"old"}]', []],
    [
      "other headers",
      "Account;Stays;Reason\nold;new;left\n",
      ["--map", "Account=from", "--map", "Stays=into", "--ignore", "Reason"],
    ],
    ["a sep= line and spaces", "sep=;\r\nfrom;into;;\r\n old ;new\u00a0;;\r\n", []],
  ])("can be %s", async (_what, stdin, flags) => {
    const fake = server();
    const { code } = await run(fake, ["merge", "--file", "-", "--yes", ...flags], { stdin });

    expect(code).toBe(0);
    expect(userNamed(fake, "old")).toMatchObject({ locked: true });
  });

  test.each([
    ["from,into,left\nold,new,x\n", "`left` is not a column of this file"],
    ["from,into\no\u0000ld,new\n", "line 2: `o\\x00ld` contains the control character U+0000."],
    ["from\nold\n", "row 1: a cell is empty"],
  ])("is refused with its place: %j", async (stdin, message) => {
    const fake = server();
    const { code, stderr } = await run(fake, ["merge", "--file", "-", "--yes"], { stdin });

    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(changesOf(fake)).toEqual([]);
  });
});

describe("the text of a flag", () => {
  test("loses blanks and invisible characters at its ends", async () => {
    const fake = smallServer();
    const argv = ["update", "jdoe", "--email", "\u202ajo@new.example\u00a0", "--first-name", "Jo "];
    const { code } = await run(fake, argv);

    expect(code).toBe(0);
    expect(userNamed(fake, "jdoe")).toMatchObject({ email: "jo@new.example", first_name: "Jo" });
  });

  test.each([
    [["create", "--username", "zo\u200be"], "--username: `zo\\u200be` contains the invisible character U+200B."],
    [["create", "--username", "zoe", "--email", "z\u0000@x"], "contains the control character U+0000."],
    [["update", "jdoe", "--first-name", "ZoÃ«"], "--first-name: `ZoÃ«` looks like `Zoë` read in the wrong encoding."],
  ])("is refused as that of a cell: %j", async (argv, message) => {
    const fake = smallServer();
    const { code, stderr } = await run(fake, argv);

    expect(code).toBe(2);
    expect(stderr.replaceAll("\u200b", "\\u200b")).toContain(message);
    expect(fake.requests).toEqual([]);
  });
});
