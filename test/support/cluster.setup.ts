import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './cluster.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: Cluster
  }
}

/** One database cluster for the whole unit run; each test file takes a copy of its template (`freshStore`). */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, superUrl, ownerUrl, appUrl } = await startCluster()
  project.provide('cluster', { superUrl, ownerUrl, appUrl })
  return stop
}
