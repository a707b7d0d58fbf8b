import { createServer, type Socket } from 'node:net'
import { serve } from '@hono/node-server'

/** Somebody else has the port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** A server that listens. */
export interface Listening {
  url: string
  port: number
  close: () => Promise<void>
}

/**
 * Whether we may have the port, asked before the database is started so that the answer comes at once.
 *
 * @throws PortTaken with what to do
 */
export async function expectFreePort(host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/**
 * Listen with an application's fetch. Closing lets running requests end and ends every other connection at once. Which ones those are is counted here: Node takes a connection
 * that a browser opened ahead of need, and that never asked anything, for a busy one.
 */
export async function listen(
  fetch: (request: Request, env: unknown) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const asking = new Map<Socket, number>()
    let closing = false
    const server = serve({ fetch: fetch as never, hostname: host, port }, (info) => {
      const shown = host.includes(':') ? `[${host}]` : host === '0.0.0.0' || host === '127.0.0.1' ? 'localhost' : host
      resolve({
        url: `http://${shown}:${info.port}`,
        port: info.port,
        close: () =>
          new Promise((done) => {
            closing = true
            server.close(() => done())
            for (const [socket, requests] of asking) if (requests === 0) socket.destroy()
            const patience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 5_000)
            patience.unref()
          }),
      })
    })
    server.on('connection', (socket: Socket) => {
      asking.set(socket, 0)
      socket.once('close', () => asking.delete(socket))
    })
    server.on('request', (request: { socket: Socket }, response: { once: (event: 'close', run: () => void) => unknown }) => {
      const { socket } = request
      asking.set(socket, (asking.get(socket) ?? 0) + 1)
      response.once('close', () => {
        const left = (asking.get(socket) ?? 1) - 1
        if (asking.has(socket)) asking.set(socket, left)
        if (closing && left === 0) socket.destroySoon()
      })
    })
    server.once('error', (error: NodeJS.ErrnoException) => reject(portError(error, host, port)))
  })
}

function portError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new PortTaken(
      `port ${port} is taken on ${host}: another program (perhaps another Gusul) listens there; stop it or choose another with --port or GUSUL_PORT`,
    )
  if (error.code === 'EACCES') return new PortTaken(`port ${port} may not be used by this user; choose one above 1023 with --port or GUSUL_PORT`)
  if (error.code === 'EADDRNOTAVAIL') return new PortTaken(`${host} is no address of this machine; choose another with --host or GUSUL_HOST`)
  return error
}
