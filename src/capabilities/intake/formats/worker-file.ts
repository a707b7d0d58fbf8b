import { workerFile as fileOf } from '#api/worker-file'

/** The thread that reads files, as one file. */
export const workerFile = (): Promise<string> => fileOf('capabilities/intake/formats/formats.worker.ts')
