import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CommandIo } from '#api/cli/command'

/** Writes to a stream until who reads it has seen enough (`gusul read … | head`): what follows goes nowhere, and that is no error. */
export function writerOf(stream: NodeJS.WritableStream): (text: string) => void {
  let open = true
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    open = false
  })
  return (text) => {
    if (open) stream.write(text)
  }
}

/** The terminal or pipe that the process was started with. */
export function terminalIo(): CommandIo {
  const say = writerOf(process.stdout)
  return {
    stdout: say,
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
