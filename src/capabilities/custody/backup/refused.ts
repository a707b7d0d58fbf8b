import { StoreError } from '#store/errors'

/** A backup that is damaged, incomplete or too new, or a place it cannot go to. One line that names the file. */
export class BackupRefused extends StoreError {
  readonly code = 'backup-refused'
}
