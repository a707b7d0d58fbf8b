import { SMTPServer } from 'smtp-server'

/** A mail as the server took it. */
export interface TakenMail {
  readonly to: readonly string[]
  /** Headers by lower-case name, unfolded. */
  readonly headers: ReadonlyMap<string, string>
  /** The text, decoded. */
  readonly text: string
}

export interface MailServer {
  readonly port: number
  readonly mails: TakenMail[]
  /** Addresses that are refused, as a server that knows no such person does. */
  readonly refused: Set<string>
  readonly close: () => Promise<void>
}

/** A real SMTP server on a free port of this machine; what it took can be read. */
export async function mailServer(): Promise<MailServer> {
  const mails: TakenMail[] = []
  const refused = new Set<string>()
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (address, _session, done) => done(refused.has(address.address) ? new Error('550 no such person') : null),
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        mails.push(
          readMail(
            Buffer.concat(parts).toString('utf8'),
            session.envelope.rcptTo.map((one) => one.address),
          ),
        )
        done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  return { port, mails, refused, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

/** Mail settings that lead to it. */
export const mailSettings = (port: number) => ({
  host: '127.0.0.1',
  port,
  security: 'none' as const,
  user: null,
  password: null,
  from: 'gusul@city.example',
  publicAddress: 'https://gusul.example',
})

function readMail(raw: string, to: string[]): TakenMail {
  const at = raw.indexOf('\r\n\r\n')
  const headers = new Map<string, string>()
  for (const line of raw
    .slice(0, at)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')) {
    const colon = line.indexOf(':')
    headers.set(line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim()))
  }
  const body = raw.slice(at + 4)
  const how = headers.get('content-transfer-encoding')?.toLowerCase()
  const text = how === 'base64' ? Buffer.from(body, 'base64').toString('utf8') : how === 'quoted-printable' ? quoted(body).toString('utf8') : body
  return { to, headers, text }
}

/** Encoded words of a header (RFC 2047), read. */
const words = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/(?:=\?utf-8\?([bq])\?([^?]*)\?=)+/gi, (all) =>
      Buffer.concat(
        [...all.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, how, word]) =>
          how!.toLowerCase() === 'b' ? Buffer.from(word!, 'base64') : quoted(word!.replaceAll('_', ' ')),
        ),
      ).toString('utf8'),
    )

const quoted = (text: string): Buffer =>
  Buffer.from(
    text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
