import { type Command, type CommandContext, optionText } from '#api/cli/command'
import { SchemaNewer } from '#store/errors'
import { type Migration, readMigrations } from '#store/migrate'
import type { Store } from '#store/store'
import { type Progress, prepareFolder, readManifest, verifyFiles, writeBackup } from '../backup/folder.ts'
import { BackupRefused } from '../backup/refused.ts'
import { fillFromBackup, schemaOf, settleRestored } from '../backup/restore.ts'

/** Opens the installation that the options name, brought to these steps of the schema (all that are known unless told). */
export type OpenInstallation = (options: CommandContext['options'], migrations?: readonly Migration[]) => Promise<Store>

const megabytes = (bytes: number) => `${(bytes / 1048576).toFixed(1)} MB`

/** Progress on standard error: a running line on a terminal, else one line every 64 MB. */
function teller(context: CommandContext, what: string): { tell: Progress; end: () => void } {
  let told = 0
  return {
    tell: ({ files, bytes }) => {
      if (context.io.terminal) context.io.stderr(`\r${what}: ${files} files, ${megabytes(bytes)}   `)
      else if (bytes - told >= 64 * 1048576) {
        told = bytes
        context.io.stderr(`${what}: ${files} files, ${megabytes(bytes)}\n`)
      }
    },
    end: () => {
      if (context.io.terminal) context.io.stderr('\n')
    },
  }
}

/** `gusul backup`: everything that the installation holds, into a folder. */
export const backup: Command = {
  name: 'backup',
  usage: 'DIR',
  ko: '모든 기관의 자료를 빈 폴더에 백업합니다 (돌고 있어도 됩니다)',
  en: 'back every office up into an empty folder, also while Gusul runs',
  run: async (context) => {
    const [folder, ...more] = context.words
    if (!folder || more.length > 0) throw new RangeError('expected one folder, such as: gusul backup backups/2026-03-02')
    // Before anything is asked: a stream that nobody reads would keep its transaction open.
    await prepareFolder(folder)
    const answer = await (await context.api()).raw('GET', '/installation/backup')
    if (!answer.ok || !answer.body) throw new BackupRefused(`the backup was refused (${answer.status}): ${(await answer.text()).slice(0, 300)}`)
    const { tell, end } = teller(context, '백업 (backup)')
    let manifest: Awaited<ReturnType<typeof writeBackup>>
    try {
      manifest = await writeBackup(folder, answer.body, tell)
    } catch (error) {
      if (error instanceof BackupRefused) throw error
      throw new BackupRefused(`the backup broke off (${(error as Error).message}); ${folder} is incomplete and cannot be restored`, { cause: error })
    } finally {
      end()
    }
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0)
    const rows = manifest.files.reduce((sum, file) => sum + (file.rows ?? 0), 0)
    context.io.stdout(`${folder}\t${manifest.offices.length} offices\t${rows} rows\t${manifest.files.length} files\t${megabytes(bytes)}\n`)
    return 0
  },
}

/** `gusul restore`: a backup into an empty installation. Nobody else may be at work in it, so it is opened here and not asked of a server. */
export const restore = (openInstallation: OpenInstallation): Command => ({
  name: 'restore',
  usage: 'DIR --data NEW',
  ko: '백업을 빈 설치에 되살립니다 (해시를 모두 대조합니다)',
  en: 'bring a backup back into an empty installation; every hash is compared first',
  run: async (context) => {
    const [folder, ...more] = context.words
    if (!folder || more.length > 0) throw new RangeError('expected one folder, such as: gusul restore backups/2026-03-02 --data gusul-new')
    if (optionText(context, 'server'))
      throw new RangeError('expected --data NEW: a backup is restored on the machine that will run it, not over --server')
    if (!optionText(context, 'data') && !process.env.GUSUL_DATA) throw new RangeError('expected --data NEW: the folder of the new installation')
    const manifest = await readManifest(folder)
    const known = readMigrations()
    const schema = schemaOf(manifest, known)
    const checked = teller(context, '대조 (compared)')
    await verifyFiles(folder, manifest, checked.tell).finally(checked.end)
    const older = schema.length < known.length
    let store = await open(openInstallation, context, schema)
    try {
      const filled = teller(context, '복원 (restored)')
      await fillFromBackup(store, folder, manifest, filled.tell).finally(filled.end)
      if (older) {
        await store.close()
        store = await openInstallation(context.options)
      }
      for (const office of await settleRestored(store, manifest))
        context.io.stdout(`${office.slug}\t기록 ${office.entries}건 대조함 (history intact)\n`)
    } finally {
      await store.close()
    }
    context.io.stderr('세션·토큰·메일 서버 비밀번호는 백업에 없습니다. 다시 로그인하고 메일 비밀번호를 넣어 주세요.\n')
    context.io.stderr('Sessions, tokens and the mail password are not in a backup: sign in again and enter the mail password.\n')
    return 0
  },
})

async function open(openInstallation: OpenInstallation, context: CommandContext, schema: readonly Migration[]): Promise<Store> {
  try {
    return await openInstallation(context.options, schema)
  } catch (error) {
    if (error instanceof SchemaNewer)
      throw new BackupRefused('the installation has a newer schema than the backup; restore into a new folder with --data (or an empty database)', {
        cause: error,
      })
    throw error
  }
}
