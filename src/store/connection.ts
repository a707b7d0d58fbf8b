/** Where a database is and as whom to enter it, as a URL (`postgres://user:password@host:port/name`); a socket's folder stands in `?host=`. */
export type Address = { readonly user: string; readonly password: string; readonly database: string; readonly port: number } & (
  | { readonly host: string; readonly socketFolder?: undefined }
  | { readonly socketFolder: string; readonly host?: undefined }
)

/**
 * The URL of an address.
 * `urlOf({ user: 'a', password: 'b', host: '127.0.0.1', port: 5432, database: 'c' })` // => 'postgres://a:b@127.0.0.1:5432/c'
 */
export function urlOf(address: Address): string {
  const who = `${encodeURIComponent(address.user)}:${encodeURIComponent(address.password)}`
  const base = `postgres://${who}@${address.host ?? 'localhost'}:${address.port}/${encodeURIComponent(address.database)}`
  return address.socketFolder ? `${base}?host=${encodeURIComponent(address.socketFolder)}` : base
}

/**
 * The same server and user, another database.
 * `withDatabase('postgres://a:b@h:1/x', 'y')` // => 'postgres://a:b@h:1/y'
 */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(database)}`
  return changed.href
}

/**
 * The same server and database, another role.
 * `withRole('postgres://a:b@h:1/x', 'c', 'd')` // => 'postgres://c:d@h:1/x'
 */
export function withRole(url: string, user: string, password: string): string {
  const changed = new URL(url)
  changed.username = encodeURIComponent(user)
  changed.password = encodeURIComponent(password)
  return changed.href
}

/**
 * A URL that may be logged: the password is left out.
 * `withoutPassword('postgres://a:b@h:1/x')` // => 'postgres://a@h:1/x'
 */
export function withoutPassword(url: string): string {
  const changed = new URL(url)
  changed.password = ''
  return changed.href
}

/**
 * An SQL name in quotes.
 * `quoteName('a"b')` // => '"a""b"'
 */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/**
 * An SQL text in quotes, for statements that take no parameters.
 * `quoteText("it's")` // => "'it''s'"
 */
export function quoteText(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes('\\') ? ` E${quoted.replaceAll('\\', '\\\\')}` : quoted
}
