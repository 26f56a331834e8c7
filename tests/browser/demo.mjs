// Starts the demo and Debian's Chromium, for the tests and for the pictures.

import { spawn } from "node:child_process";
import { chromium } from "playwright-core";

export const PROGRAM = process.env.CALLSHEET ?? "target/debug/callsheet";

const ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

// The address of the demo's page, a browser, and what ends both.
export async function start() {
  const demo = spawn(PROGRAM, ["demo"], { stdio: ["pipe", "pipe", "inherit"] });
  const address = await new Promise((found, failed) => {
    let printed = "";
    demo.on("exit", () => failed(new Error(`no page: ${printed}`)));
    demo.stdout.on("data", (part) => {
      printed += part;
      const at = /http:\/\/127\.0\.0\.1:\d+/u.exec(printed);
      if (at) found(at[0]);
    });
  });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ARGUMENTS });
  const stop = async () => {
    await browser.close();
    demo.kill();
  };
  return { address, browser, stop };
}
