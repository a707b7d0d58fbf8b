import { parentPort, workerData } from 'node:worker_threads'
import { type Shift, workAlong } from '#engines/economy/algebra/crew'

/** A helping thread: works along with each shift that it is told of, until that one is over. */
parentPort!.on('message', (shift: Shift) => workAlong(shift, (workerData as { helper: number }).helper))
