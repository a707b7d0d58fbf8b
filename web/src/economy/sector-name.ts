import { groupsInEnglish, sector33 } from '#data/economy/sectors'
import type { Locale } from '#web/shell/locale'

/** 업종 이름: a sector in the reader's language, where it is one of the 33 or a group of them; else as the table names it. `sectorName('건설', 'en') // => 'Construction'` */
export const sectorName = (name: string, locale: Locale): string => (locale === 'en' ? (groupsInEnglish[name] ?? sector33(name)?.en ?? name) : name)
