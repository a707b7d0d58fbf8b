import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Nothing of the browser's own business on the network, and what a container needs. */
const quietly = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
]

/** Files with Korean names go up and down only where the locale writes UTF-8; a machine without a locale of its own has C.UTF-8. */
const inUtf8 = (): Record<string, string> => ({ ...(process.env as Record<string, string>), LC_ALL: 'C.UTF-8' })

/**
 * A Chromium for tests: the one CHROME_PATH names, else one that is installed, else the one that comes from npm
 * (it brings its own system libraries, which it unpacks only where it believes to run on Lambda).
 */
export async function launchBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path))
  if (own) return chromium.launch({ executablePath: own, args: quietly, env: inUtf8() })
  const { executablePath, args } = await unpacked()
  return chromium.launch({ executablePath, args, env: inUtf8() })
}

/** The packed list of font folders names /tmp; where none of them is there, no font is found and the first picture of a page ends the browser. */
const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/cache</cachedir>
</fontconfig>
`

/** The packed Chromium unpacks itself into the folder for temporary files; in one of our own it is neither in another user's way nor behind theirs. */
async function unpacked(): Promise<{ executablePath: string; args: string[] }> {
  const before = process.env.TMPDIR
  const own = join(dirname(fileURLToPath(import.meta.url)), '../../.cache/chromium')
  mkdirSync(own, { recursive: true })
  process.env.TMPDIR = own
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    packed.setGraphicsMode = false
    const executablePath = await packed.executablePath()
    const list = join(own, 'fonts/fonts.conf')
    const fonts = fontsOf(join(own, 'fonts'))
    // another test's browser may be reading it
    if (readFileSync(list, 'utf8') !== fonts) writeFileSync(list, fonts)
    return { executablePath, args: [...new Set([...packed.args, ...quietly])] }
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}
