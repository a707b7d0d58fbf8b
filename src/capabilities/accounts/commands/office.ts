import { type Command, optionText } from '#api/cli/command'

interface Office {
  slug: string
  nameKo: string
  nameEn: string
  kind: string
}

/** `gusul office add`: make an office. */
export const officeAdd: Command = {
  name: 'office add',
  usage: 'SLUG --name-ko 나래시 --name-en Narae [--kind city]',
  ko: '기관을 만듭니다',
  en: 'make an office',
  options: { 'name-ko': { type: 'string' }, 'name-en': { type: 'string' }, kind: { type: 'string' } },
  run: async (context) => {
    const [slug] = context.words
    const nameKo = optionText(context, 'name-ko')
    if (!slug || !nameKo) throw new RangeError('expected SLUG and --name-ko, such as: gusul office add narae --name-ko 나래시 --name-en Narae')
    const api = await context.api()
    const office = await api.post<Office>('/offices', {
      slug,
      nameKo,
      nameEn: optionText(context, 'name-en') ?? slug,
      kind: optionText(context, 'kind'),
    })
    context.io.stdout(`${office.slug}\t${office.nameKo}\n`)
    return 0
  },
}

/** `gusul office list`: one office a line. */
export const officeList: Command = {
  name: 'office list',
  usage: '',
  ko: '기관을 한 줄에 하나씩 보입니다',
  en: 'list the offices, one a line',
  run: async (context) => {
    const { items } = await (await context.api()).get<{ items: Office[] }>('/offices')
    for (const one of items) context.io.stdout(`${one.slug}\t${one.nameKo}\t${one.nameEn}\t${one.kind}\n`)
    return 0
  },
}
