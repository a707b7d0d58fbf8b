import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CommandIo } from '#api/cli/command'

/** The terminal or pipe that the process was started with. */
export function terminalIo(): CommandIo {
  return {
    stdout: (text) => void process.stdout.write(text),
    stderr: (text) => void process.stderr.write(text),
    readFile: (path) => readFile(path),
    writeFile: async (path, bytes) => {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(path, bytes)
    },
    readStdin: async () => {
      const parts: Buffer[] = []
      for await (const part of process.stdin) parts.push(part as Buffer)
      return Buffer.concat(parts)
    },
    terminal: process.stdout.isTTY === true,
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  }
}
