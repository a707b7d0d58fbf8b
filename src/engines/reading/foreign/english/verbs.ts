/** What a verb does with a matter (동사 부류): money goes into it, it rises, people come, papers are signed, it begins, ends or falls away. */
export type VerbClass =
  | 'spend'
  | 'build'
  | 'employ'
  | 'create'
  | 'sign'
  | 'agree'
  | 'begin'
  | 'finish'
  | 'run'
  | 'cancel'
  | 'gain'
  | 'say'
  | 'plan'
  | 'own'
  | 'move'
  | 'change'

/** How a form of a verb may be used; `past` also where the participle is written alike. */
export type VerbForm = 'base' | 'third' | 'past' | 'participle' | 'gerund'

/** Verbs of press releases by what they do. A closed list: what is not here governs nothing. */
const CLASSES: Readonly<Record<VerbClass, string>> = {
  spend:
    'invest spend pour inject put plow plough commit channel sink allot allocate earmark contribute provide devote finance fund infuse pay cost grant appropriate execute shell funnel pump give budget lend bear shoulder',
  build:
    'build construct erect establish set create expand extend develop install add upgrade double triple house enlarge renovate manufacture make produce locate acquire buy purchase lease form launch transform modernize convert design designate found erect locate base headquarter assemble refine turn lay',
  employ: 'hire employ recruit take staff train',
  create: 'create generate bring support yield induce',
  sign: 'sign ink conclude seal exchange strike clinch reach enter forge finalize approve',
  agree: 'agree join partner team cooperate collaborate',
  begin: 'begin start commence break kick',
  finish: 'complete finish open inaugurate dedicate unveil celebrate cut',
  run: 'operate run serve supply export ship deliver accommodate host process sell',
  cancel: 'cancel scrap abandon shelve withdraw drop terminate rescind halt suspend retract postpone',
  gain: 'attract draw land win secure lure garner raise receive earn post record achieve hit surpass exceed total log see reap select obtain get',
  say: 'announce say state report tell note explain disclose confirm reveal estimate predict forecast anticipate show deny stress emphasize emphasise claim declare present introduce promote',
  plan: 'plan aim intend expect want hope seek decide propose choose pick pledge promise vow target schedule slate project call consider need wish try mean look offer ask help allow enable require',
  own: 'have own include comprise cover span measure occupy hold contain feature boast represent mark sprawl',
  move: 'move relocate come enter settle arrive leave transfer visit attend meet host',
  change: 'rise grow increase fall reach boost reduce cut raise jump climb decline drop strengthen improve go lift widen',
}

/** Past and participle where they do not end in -ed. */
const IRREGULAR =
  'spend:spent:spent put:put:put sink:sank:sunk pay:paid:paid cost:cost:cost build:built:built set:set:set make:made:made buy:bought:bought take:took:taken bring:brought:brought strike:struck:struck begin:began:begun break:broke:broken run:ran:run sell:sold:sold draw:drew:drawn win:won:won see:saw:seen say:said:said tell:told:told show:showed:shown withdraw:withdrew:withdrawn choose:chose:chosen seek:sought:sought mean:meant:meant have:had:had hold:held:held come:came:come leave:left:left meet:met:met rise:rose:risen grow:grew:grown fall:fell:fallen cut:cut:cut forecast:forecast:forecast hit:hit:hit give:gave:given get:got:gotten go:went:gone lay:laid:laid lend:lent:lent bear:bore:borne'
const irregular = new Map(IRREGULAR.split(' ').map((row) => [row.split(':')[0]!, row.split(':').slice(1) as [string, string]]))
/** The last letter is written twice: planned, shipping. */
const DOUBLES = new Set('plan ship step drop scrap cut put set run win begin commit allot hit pump log get'.split(' '))

/** A form of a verb. */
export interface Verb {
  readonly lemma: string
  readonly classes: ReadonlySet<VerbClass>
  readonly forms: ReadonlySet<VerbForm>
}

const table = new Map<string, { lemma: string; classes: Set<VerbClass>; forms: Set<VerbForm> }>()

function keep(form: string, lemma: string, verbClass: VerbClass, kind: VerbForm): void {
  const known = table.get(form)
  if (known === undefined) table.set(form, { lemma, classes: new Set([verbClass]), forms: new Set([kind]) })
  else {
    known.classes.add(verbClass)
    known.forms.add(kind)
  }
}

for (const [verbClass, words] of Object.entries(CLASSES) as [VerbClass, string][])
  for (const lemma of words.split(' ')) {
    const stem = lemma.endsWith('e') ? lemma.slice(0, -1) : DOUBLES.has(lemma) ? lemma + lemma.at(-1) : lemma
    const regular = /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ied` : `${stem}ed`
    const [past, participle] = irregular.get(lemma) ?? [regular, regular]
    keep(lemma, lemma, verbClass, 'base')
    keep(
      lemma === 'have' ? 'has' : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : /(?:s|x|sh|ch)$/.test(lemma) ? `${lemma}es` : `${lemma}s`,
      lemma,
      verbClass,
      'third',
    )
    keep(past, lemma, verbClass, 'past')
    keep(participle, lemma, verbClass, 'participle')
    keep(`${stem}ing`, lemma, verbClass, 'gerund')
  }

/** Every form of every verb here, in small letters. */
export const verbForms = (): Iterable<string> => table.keys()

/**
 * The verb that a word in small letters may be a form of, or undefined.
 *
 * `verbOf('broke')!.lemma // => 'break'`
 */
export const verbOf = (word: string): Verb | undefined => table.get(word)
