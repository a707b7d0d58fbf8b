import { Page } from './page.tsx'

export default function ComponentsScreen() {
  return <Page title="부품" />
}
