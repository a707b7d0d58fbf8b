import type { Store } from '#store/store'
import { Manifest } from './manifest.ts'
import { BackupRefused } from './refused.ts'
import { writeSnapshot } from './write-snapshot.ts'

/*
 * A backup on its way is one stream: a line of JSON {"path","bytes"} followed by so many bytes, again and again, and at the end a line {"manifest"}.
 * Without that last line it is incomplete.
 */

/** A snapshot as a stream: the database is asked for the next piece when the reader has taken the last; a reader who goes away ends the transaction. */
export function snapshotStream(store: Store, madeAt: Date): ReadableStream<Uint8Array> {
  let gone = false
  let goOn = () => {}
  const work = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const write = async (bytes: Buffer) => {
      if (gone) throw new Error('the reader of the backup has gone away')
      controller.enqueue(bytes)
      while (!gone && (controller.desiredSize ?? 0) <= 0)
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
    }
    await writeSnapshot(store, madeAt, {
      piece: async (path, bytes) => {
        await write(Buffer.from(`${JSON.stringify({ path, bytes: bytes.byteLength })}\n`))
        if (bytes.byteLength > 0) await write(bytes)
      },
      end: (manifest) => write(Buffer.from(`${JSON.stringify({ manifest })}\n`)),
    })
  }
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      work(controller).then(
        () => {
          if (!gone) controller.close()
        },
        (error) => {
          if (!gone) controller.error(error)
        },
      )
    },
    pull: () => goOn(),
    cancel: () => {
      gone = true
      goOn()
    },
  })
}

const newline = 0x0a
const longestLine = 64 * 1024 * 1024

/** Reads such a stream: every piece in turn, at last the manifest. @throws BackupRefused where it ends before its end */
export async function readSnapshotStream(
  stream: ReadableStream<Uint8Array>,
  onPiece: (path: string, bytes: Buffer) => Promise<void>,
): Promise<Manifest> {
  let kept: Buffer[] = []
  let length = 0
  let wanted: { path: string; bytes: number } | null = null
  let manifest: Manifest | null = null
  const take = (bytes: number): Buffer => {
    const all = kept.length === 1 ? kept[0]! : Buffer.concat(kept)
    kept = [all.subarray(bytes)]
    length -= bytes
    return all.subarray(0, bytes)
  }
  for await (const chunk of stream) {
    kept.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength))
    length += chunk.byteLength
    for (;;) {
      if (wanted) {
        if (length < wanted.bytes) break
        await onPiece(wanted.path, take(wanted.bytes))
        wanted = null
        continue
      }
      const at: number = kept.length === 1 ? kept[0]!.indexOf(newline) : (kept = [Buffer.concat(kept)])[0]!.indexOf(newline)
      if (at < 0) {
        if (length > longestLine) throw new BackupRefused('expected a backup, got something else')
        break
      }
      const line = JSON.parse(take(at + 1).toString('utf8')) as { path: string; bytes: number } | { manifest: unknown }
      if ('manifest' in line) manifest = Manifest.parse(line.manifest)
      else wanted = line
    }
  }
  if (!manifest) throw new BackupRefused('the backup broke off before its end; make it again')
  return manifest
}
