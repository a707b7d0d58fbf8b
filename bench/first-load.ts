/**
 * What a first visit loads, in KB as sent (gzip), fonts aside: the public page against 60 KB, the console against 250 KB.
 * Measured in a browser with an empty cache, so that what is counted is what was fetched.
 */
import { launchBrowser } from '#support/chromium'
import { startServer } from '#support/server'

const server = await startServer({ args: [] })
const browser = await launchBrowser()
try {
  for (const [label, path, limitKb] of [
    ['public page', '/o/namyangju', 60],
    ['console', '/console', 250],
  ] as const) {
    const page = await (await browser.newContext()).newPage()
    let bytes = 0
    let fonts = 0
    const client = await page.context().newCDPSession(page)
    await client.send('Network.enable')
    const kinds = new Map<string, boolean>()
    client.on('Network.responseReceived', (event) =>
      kinds.set(event.requestId, event.response.mimeType.includes('font') || /\.woff2/.test(event.response.url)),
    )
    client.on('Network.loadingFinished', (event) => {
      if (kinds.get(event.requestId)) fonts += event.encodedDataLength
      else bytes += event.encodedDataLength
    })
    await page.goto(server.url + path, { waitUntil: 'networkidle' })
    const kb = bytes / 1024
    console.log(`${label}: ${kb.toFixed(1)} KB (fonts ${(fonts / 1024).toFixed(0)} KB); ratio to ${limitKb} KB = ${(kb / limitKb).toFixed(2)}`)
  }
} finally {
  await browser.close()
  await server.remove()
}
