import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '#store/store'
import type { AlarmNoteTable, KeptForecastTable } from '#store/tables-analyses'

export type KeptRow = Selectable<KeptForecastTable>
export type NoteRow = Selectable<AlarmNoteTable>

/** Forecasts that were kept of an analysis, the oldest first. */
export const keptForecasts = (db: Db, officeId: string, analysisId: string): Promise<KeptRow[]> =>
  db
    .selectFrom('kept_forecast')
    .selectAll()
    .where('office_id', '=', officeId)
    .where('analysis_id', '=', analysisId)
    .orderBy('made_on')
    .orderBy('made_at')
    .execute()

export const insertKept = (tx: Tx, row: Insertable<KeptForecastTable>): Promise<KeptRow> =>
  tx.insertInto('kept_forecast').values(row).returningAll().executeTakeFirstOrThrow()

/** What people made of alarms of an analysis, the newest first, with who. */
export const alarmNotes = (db: Db, officeId: string, analysisId: string) =>
  db
    .selectFrom('alarm_note')
    .leftJoin('app_user', 'app_user.user_id', 'alarm_note.made_by')
    .selectAll('alarm_note')
    .select('app_user.name as made_by_name')
    .where('office_id', '=', officeId)
    .where('analysis_id', '=', analysisId)
    .orderBy('made_at', 'desc')
    .orderBy('note_id', 'desc')
    .limit(500)
    .execute()

export const insertNote = (tx: Tx, row: Insertable<AlarmNoteTable>): Promise<NoteRow> =>
  tx.insertInto('alarm_note').values(row).returningAll().executeTakeFirstOrThrow()
