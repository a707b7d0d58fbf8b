import type { Grammar } from '../grammar.ts'

/** How English press releases say it. */
export const ENGLISH: Grammar = {
  indicators: [
    ['production_inducement', /\bproduction[- ](?:induce\w*|effects?)|\binduced production|\bproduction inducement effects?/gi],
    ['employment_inducement', /\bemployment[- ]induce\w*|\binduced (?:employment|jobs)|\bjob[- ]inducement/gi],
    ['value_added', /\bvalue[- ]added|\badded[- ]value/gi],
    ['other', /\beconomic (?:impact|effects?|ripple|benefits?|spillovers?)/gi],
    [
      'jobs',
      /\b(?:(?:looking|look|looks) for (?=\d)|work for (?=\d)|(?:giv|gave|provid|offer|find)\w* work|(?:will|to|would) work (?=there|in|at|on)|payroll|jobs?|hir(?:e|es|ed|ing)|employ(?:s|ed|ing|ment)?|recruit(?:s|ed|ing)?|workforce|headcount|positions)\b/gi,
    ],
    ['exports', /\bexport(?:s|ed|ing)?\b/gi],
    ['revenue', /\b(?:sales|revenues?|turnover)\b/gi],
    [
      'budget',
      /\b(?:budget(?:s|ed|ing)?|subsid\w+|grants?|project cost|total cost|state funds?|public funds?|government funding|fund of|funding|tax money|national treasury|allocat\w+|earmark\w*|appropriat\w+|set aside|sets aside)\b/gi,
    ],
    [
      'investment',
      /\b(?:(?:[Aa]greements?|MOUs?|memorand\w+) (?:over|of|on|for|worth)(?= (?:a (?:total|combined) )?(?:of )?(?:[$€£¥₩\d]|KRW|USD|US\$))|(?:how much|amount|price tag|scale|sum|cost|money)(?=:)|from [\d,]+ (?:[a-z]+ )?(?:companies|firms|businesses)|invest(?:s|ed|ing|ments?)?|inject(?:s|ed|ing)?|pour(?:s|ed|ing)?|capital expenditure|capex|FDI|spend(?:s|ing)?|outlay|commit(?:s|ted|ting)?)\b/gi,
    ],
    [
      'capacity',
      /(?:\b|(?=-))(?:capacity|(?:plants?|factory|facility|mill|lines?|bioreactors?),? (?:of|with)(?= (?:about |some )?[\d,.]+ )|(?<=-)(?:liters?|litres?|tonn?es?|tons?) (?:[\w-]+ ){0,3}?(?:plant|factory|facility|line|bioreactor|smelter|warehouse)|annual (?:production|output)|a year|per year|-a-year|annually|each year|produc(?:e|es|ing)(?= [\d,.]+ )|generat\w+|data cent(?:er|re)s?|IT load|wind farm|power plant|solar)\b/gi,
    ],
    ['area', /\b(?:sites?|plots?|land|floor (?:area|space)|area|complex|park|campus|plant|factory|facility|building|zone|lot|cent(?:er|re))\b/gi],
    [
      'firms',
      /\b(?:put down roots|set up shop|tak(?:e|es|ing) in|welcom\w*|w[io]n(?:s|ning)? over|sign\w*|attract\w*|host\w*|house[sd]?|housing|accommodate\w*|join\w*|relocat\w*|mov(?:e|es|ing) (?:in|into|to)|tenants?|foster\w*|nurtur\w*|agreements?|MOUs?|incubat\w*|bring\w*|select\w*|number of)\b/gi,
    ],
    [
      'output',
      /\b(?:in production(?! (?:capacity|facilit|line))|production by(?= )|total output|production value|output value|annual output worth|gross output)\b/gi,
    ],
  ],
  builds:
    /\b(?:build\w*|open\w*|headquarters|construct\w*|establish\w*|expand\w*|cost\w*|worth|valued at|develop\w*|set up|create\w*|for the|project|purchas\w+|buy\w*|acqui\w+|plants?|factory|factories|facilit\w+|campus|complex|cent(?:er|re)|lines?|mills?|smelters?|refiner(?:y|ies)|shipyards?|foundr(?:y|ies)|warehouses?|depots?|terminals?|hubs?|labs?|laborator(?:y|ies)|fabs?|farms?|works|brewer(?:y|ies)|priced at)\b/i,
  publicMoney:
    /\b(?:budgets?|subsid\w+|grants?|project cost|public|state fund|government fund|tax|treasury|national funds?|provincial funds?|municipal funds?|supplementary)\b/i,
  investmentNoun: /investments?\b(?! in its own)/i,
  drawn:
    /\b(?:attract\w*|draw(?:s|n|ing)?|drew|lur(?:e|ed|ing)|FDI|foreign (?:direct )?investment|private|investors?|investment (?:pledges?|commitments?|agreements?|deals?)|from (?:[\w-]+ )?(?:companies|firms|businesses))\b|\b(?:sign\w*|memorand\w+|MOUs?)\b/i,
  cancelled:
    /\b(?:cancel+(?:s|ed|ing|ation)?|scrap(?:s|ped|ping)?|abandon(?:s|ed|ing)?|shelve[sd]?|withdr(?:aw|awn|ew|awal)|withdraws|terminat(?:e|es|ed|ion)|called off|remains? (?:suspended|frozen)|(?:suspend|halt|fr[eo]ez|frozen|stopp)\w* (?:work on )?(?:its|the|a|all) (?:[\w$.,-]+ ){0,5}?(?:project|plans?|investment|construction|expansion)|calls off|pull(?:ed|s)? out|drop(?:ped|s) (?:its |the )?plans?|will not proceed|decided not to|(?:fell|falls?|fallen) through|decided against|(?:is|are|was|were) off the table|(?:is|are|will) not (?:be )?(?:going|go) ahead|not proceed(?:ing)?|rescind\w*|backed out|(?:gave|gives|given|giving) up (?:on )?(?:its |the |their |a |an )?|will not (?:be (?:built|carried out|made|realized|realised|pursued)|materialize|materialise)|pull(?:ed|s)? the plug|walk(?:ed|s)? away from|no longer (?:go(?:ing)? ahead|proceed(?:ing)?|pursu(?:e|es|ing)|plan(?:s|ning)?|intend(?:s|ing)?|build(?:ing)?|invest(?:ing)?)|[Nn]othing (?:will|would) come of)\b/i,
  denied:
    /^(?:Companies|Firms|Businesses|Investors|Tenants|Enterprises) (?:that|which|who|directly|[a-z]+ing)\b|\b(?:denied|denies|deny|dismiss(?:ed|es) (?:as|a|the|any|reports?)|contradict(?:ed|s)|could not be (?:confirmed|verified)|too early to (?:say|tell)|(?:has|have|had|there (?:is|are|was|were)) no plans?|no decision|no agreement (?:with|has|was)|no figures (?:have|were)|not (?:been )?(?:decided|confirmed|finali[sz]ed)|unconfirmed|(?:yet to|not yet|has not|have not) (?:be |been )?(?:decided?|confirm(?:ed)?|finali[sz]ed?|settled?)|nothing (?:has been|is|was) (?:decided|confirmed|settled|signed|agreed)|not (?:yet )?(?:certain|clear|known|sure) (?:whether|if)|remains? (?:open|unclear|uncertain|undecided|to be seen)|(?:is|was) (?:still )?(?:unclear|uncertain|undecided|open) (?:whether|if)|rejected (?:a|the|any|such|media|press) (?:[a-z]+ )?(?:reports?|claims?)|made no (?:commitment|promise|decision)|(?:is|are|was|were) (?:not true|untrue|false|unfounded)|not considering|will not (?:invest|build|hire|employ|create|spend)|does not plan|did not (?:invest|sign|plan)|rumou?rs?|groundless|never (?:signed|agreed|planned))\b/i,
  operation:
    /\b(?:(?<!\b(?:plans?|approvals?|designs?|reviews?|procedures?|surveys?|study|studies|registration|preparations?|process(?:es)?) (?:is|are|was|were|has been|have been|has already been|have already been) )completed|completes|opened|inaugurated|dedicated(?! to)|celebrated (?:the |its )?(?:grand )?opening|(?:held|hosted|celebrated|attended) (?:a |an |the |its )?(?:[\w-]+ )?(?:completion|opening|inauguration) ceremony|(?:began|begun|started|starts|begins|commenced|launched|entered) (?:full[- ]scale |commercial |mass |full |trial )?(?:operations?|operating|production)|(?:brought|put|went|came|gone|come) (?:[\w$.,'’-]+ ){0,10}?(?:on ?stream|on ?line|into (?:operation|production|service))|cut the ribbon|started up(?= (?:on|in|this|last|today|yesterday)\b)|ribbon was cut|(?:finished|commissioned) (?:its|the|a|an) (?:(?!of\b|study|survey|report|review|design)[\w$.,'’-]+ ){0,6}?(?:plants?|factory|mill|facility|line|refinery|smelter|cent(?:er|re)|fab|terminal|warehouse)|(?:construction|building work|work)\b[^.;]{0,80}\b(?:is|was|has been|are|were) (?:now )?(?:finished|complete|done)\b|(?:is|are) (?:now |already )?running\b(?! (?:out|late|behind|for))|is (?:now |currently )?(?:operating|in operation|operational|in full operation|up and running)|came on ?line|put into operation|now operates|(?:operations?|production) (?:began|started|commenced|has begun)|mass[- ]producing)\b/i,
  construction:
    /\b(?:(?:held|holds|hosted|hosts|attended|celebrated) (?:a |an |the |its )?(?:[\w-]+ )?ground-?breaking|(?:a|the) ground-?breaking ceremony (?:was|took|has)|broke ground|breaks ground|broken ground|ground-?breaking(?: ceremony)?|(?:began|begun|started|starts|begins|commenced) (?:to build\b|(?:the )?(?:construction|building))|under construction|(?:is|are|has been|have been) (?:currently |now |also |already |still |at present )?(?:being (?:built|erected|constructed|enlarged|expanded|extended)|building|constructing|erecting|putting up|(?<=currently |now |already )(?:enlarging|extending|expanding) (?:its|their|the|an?) (?:[\w-]+ ){0,3}?(?:plants?|factory|factories|works|mill|lines?))|(?:construction|work)\b[^.;]{0,90}?\b(?:got|gets|is|was|are|has been|well) under ?way|[Ww]ork on (?:the|its|a|an) (?:[\w-]+ ){0,3}?(?:complex|plant|factory|site|park|facility|building|mill|campus|cent(?:er|re)|line|road) (?:began|started|has begun|has started)|construction (?:began|started|is under ?way|has begun|has started|work began))\b/i,
  contract:
    /\b(?:(?:signed|signs|concluded|inked|sealed|awarded|(?<!(?:illion|\d)[ -])won|secured|executed|entered into) (?:a |an |the |its )?(?:[\w$.,%()-]+ ){0,7}?(?:contracts?|orders?|purchase agreement|supply agreement|lease agreement|lease|sales? agreement|definitive agreement|construction deal)|contract (?:was|has been) (?:signed|awarded)|land (?:sale|supply) contract)\b/i,
  mou: /\b(?:signing ceremony|[Ss]igned by(?=:)|[Dd]ate of signing|signed (?:up )?with|signed up (?=[\w-]+ (?:[a-z]+ )?(?:companies|firms|businesses|tenants))|shook hands on|(?:through|by|thanks to) (?:the|these|those) (?:investment )?(?:agreements?|deals?|pacts?)|MOUs?|memorand(?:ums?|a)(?: of (?:understanding|agreement))?|MOAs?|letters? of intent|LOIs?|(?:investment|business|cooperation|framework|partnership|joint|preliminary|strategic) (?:agreements?|pact|accord)|(?:sign(?:ed|s|ing)?|inked|concluded|reached|struck|clinched|sealed|entered into) (?:an |the |its |a )?(?:[\w-]+ ){0,3}?(?:agreements?|pact|deal|accord)|(?:under|according to|in line with) (?:the|an?|this|its|their) (?:[a-z]+ ){0,2}(?:agreement|deal|pact|accord)|(?:agreements?|deal|pact|accord) (?:signed|reached|concluded|struck|sealed|made) (?:with|by|between|on|in)|(?<!\b(?:board|committee|council|assembly|parliament|shareholders|lawmakers|ministers|cabinet) (?:of [^.;,]{1,40} )?(?:has |have |had )?)agreed (?:(?:with|on|in|at) [^.;,]{1,48}? )?(?:to|that|on(?= (?:a|an|the)\b))|in an? (?:[a-z]+ )?(?:agreement|deal) with|the (?:agreement|deal|pact|accord) (?:calls|provides|envisions|envisages|stipulates)|(?:agreements?|deal|pact|accord)\b[^.;]{0,50}\b(?:was|were|has been) (?:signed|inked|concluded|sealed|reached))\b/i,
  toSign:
    /\b(?:will|plans? to|planning to|(?:is|are) (?:set|scheduled|expected|due|about|slated) to|intends? to) (?:\w+ ){0,2}?(?:sign|conclude|ink|enter into)\b/i,
  result:
    /\b(?:put down roots|set up shop|won over|attracted|achieved|secured|created|recorded|posted|reached|hired|employed|exported|drew|drawn|generated|supported|trained|fostered|earned|totall?ed|hit|logged|raised|selected|surpassed|brought in|supplied|reported|invested|built|has so far|cumulative)\b/i,
  pledge:
    /\b(?:(?:mayoral|gubernatorial|presidential|preliminary|party's|the) candidate|candidate (?:for|[A-Z])|campaign (?:pledge|promise)|election (?:pledge|promise)|if elected|pledge of the)\b/i,
  plan: /\b(?:will|would|plans?|planned|planning|aims?|intends?|expects?|expected|scheduled|slated|targets?|to be|is to|are to|set to|seeks?|goal|hopes?|proposed|projected|commit(?:s|ted) to|(?:board|committee|council|assembly|parliament|shareholders|lawmakers|ministers|cabinet) (?:of [^.;,]{1,40} )?(?:has |have |had )?agreed|pledged? to|decided to|vowed|promised|by 20\d\d|invests|is investing|earmark\w*|allocat\w+|anticipat\w+|forecast|estimated)\b/i,
  ahead:
    /\b(?:will(?: \w+)?(?: be| have)?|to|would(?: be)?|plans?(?: to)?|before|once|when|until|after|expected|scheduled|if|not|be|yet to|ahead of|a|for the)\s+(?:be |have )?(?:\w+ly )?$/i,
  behindAhead: /^ (?:is |are |was )?(?:scheduled|planned|expected|slated|set (?:for|to)|due|will)\b/i,
  statistic:
    /\b(?:[Ff]oreign direct investment (?:pledged|inflows?|arriving|in (?:South )?Korea)|GDP|gross domestic|per capita|market (?:size|is|was|value|for|will|to)|global market|national average|consumer prices?|year[- ]on[- ]year|from a year (?:earlier|ago)|compared (?:with|to) (?:the same|a year|last year)|nationwide (?:exports?|production|unemployment)|country's (?:exports?|trade|economy)|unemployment|inflation|trade (?:surplus|deficit)|population|census|share price|stock)\b/i,
  baselineBefore: /\bfrom(?: (?:the )?(?:current|present|last year's|about|around))? $/i,
  baselineAfter: /^(?: [\w-]+){0,3} to (?:about |around |over |more than |KRW |USD |\$|₩|€|¥)*\d/i,
  dueBefore:
    /\b(?:by|until|before|through|no later than|in|within|during|for|target(?:ing|ed)?(?: for)?|as of|around|at|through|no later than) (?:the |about |around )?$/i,
  dueAfter: /^(?: (?:target|completion|deadline))/i,
  startBefore:
    /\b(?:under ?way(?: (?:early|late))?(?: in)?|from|starting|beginning|start(?:ing)? in|begin(?:ning)? in|commenc\w+ in|since|effective|construction (?:to |will )?(?:start|begin)s?(?: in)?|(?:break ground|(?:start|begin) (?:construction|building|work))(?: [\w ,.-]{0,40})? in|as early as) (?:the )?$/i,
  startAfter: /^ (?:onwards?|start)\b/i,
  cameAbout:
    /\b(?:established|founded|designated|set up|incorporated|launched|opened|created|listed|acquired|entered|moved|began|started|born|held|built)(?: [\w-]+){0,4}? (?:in|on|since) $/i,
  cameAboutAfter: /^-(?:founded|established)/,
  runsFrom:
    /\b(?:operat\w+|produc\w+|suppl\w+|shipments?|deliver\w+|manufactur\w+|runs?)\b[^.;]{0,60}?\b(?:starting|beginning|from|as early as|as early as in)(?: in)? \u0000|\b(?:start|begin|commenc)(?:s|e|es|ing)? (?:full[- ]scale |commercial |mass |trial |full )?(?:operations?|productions?|manufacturing|deliver\w+)\b[^.;]{0,20}\u0000|\b(?:operations?|production) (?:is |are |will |[a-z]+ to ){0,3}(?:start|begin|commence)(?: in| from| by)? \u0000/i,
  partsOpen:
    /\b(?:(?<=(?:won|dollars|illion) )of it|of (?:which|this|that|the total|these|the amount)|including|comprising|consisting of|broken down|composed of|made up of|among them|respectively|divided into|with .{3,40} (?:contributing|covering|paying))\b/i,
  withBefore: /\b(?:with|between|and|joined by) (?:the )?(?:[A-Z][\w.&-]* ?){0,4}$/,
  withAfter: /^(?!)/,
  clauseEnd: /;|[—–]|, (?:and|while|but|which|with|whereas|then)\b|\b(?:and|while|but) (?:will|plans?|aims?|has|is|the|it)\b|\bwhile\b/gi,
  government:
    /(?:\b(?:City|Province|County|[Gg]overnment|Ministry|Department|Dept\.|Office|Authority|Agency|Administration|Prefecture|State|Council)\b|-(?:si|do|gun|gu)\b)/,
  pronoun:
    /^(?:["“]?)(?:The (?:[A-Z][\w-]*[- ]based )?(?:company|firm|group|fund|developer|investor|automaker|chipmaker|manufacturer|city|province|ministry|government|county|zone|university|carrier|builder|battery maker)|It|They|Its|We)\b/,
  meansFirm:
    /^[^.]{0,60}?\b[Tt]he (?:[A-Z][\w-]*[- ]based |[A-Z][a-z]+ )?(?:[a-z]+ )?(?:company|firm|group|automaker|chipmaker|manufacturer|carrier|builder|maker|operator|fund|developer|investor|supplier)\b(?! of)/,
  meansGovernment: /^[^.]{0,64}?\b[Tt]he (?:city|province|county|municipality|prefecture|zone|[Mm]inistry|[Aa]gency|[Aa]uthority)\b(?! of| hall)/,
  actsBehind:
    /^ (?:will|would|plans?|aims?|intends?|has|is|invests?|invested|spends?|pours?|attracted|secured|hires?|employs|completed|opened|broke|began|cancel+ed|scrapped|withdrew|pledged|recorded|posted)\b/,
  locative: /\b(?:in|at|on|near|across|within|into) (?:the |a |its |[\w-]+ ){0,3}$/i,
  elsewhereBefore:
    /(?:\b(?:headquartered|based|headquarters|head office) (?:in|at) |\boutside (?:of )?(?:the )?|\b(?:north|south|east|west|northeast|northwest|southeast|southwest|kilomet\w+|km|miles) (?:of|from) |\b(?:hotel|(?<!exhibition |new |production |assembly |factory )hall|ceremony|conference|event|meeting|held|attended|fair|forum)\b[^.;]{0,24}\b(?:in|at) (?:the |central |downtown )?|\b(?:business ?people|investors|reporters|executives|officials|journalists|audience|tour|visit|mission|roadshow) (?:in|of|to) |\b(?:which|who|that) (?:already |currently |now |also )*(?:has|have|had|operates?|runs?|owns?)\b[^.;,]{0,48}\b(?:in|at|near) (?:the )?|\bhas (?:long |already )?had\b[^.;,]{0,48}\b(?:in|at|near) (?:the )?|\b(?:exported|exports|shipped|ships) to |\b(?:mayor|governor|citizens?|residents|official|people|chairman|president|head) of (?:the )?)$/i,
  elsewhereAfter:
    /^(?:-based\b| (?:Mayor|Governor|Vice|Deputy|mayor|governor|citizens|residents|officials?)\b|['’]s (?:mayor|governor|\w+ (?:economy|population)))/,
  profile:
    /\b(?:(?:surpassed|exceeded|topped|posted|recorded|reported|logged|reached|made|earned) [^.;]{0,40}in (?:annual )?(?:sales|revenues?)|(?:posted|reported|recorded|had|with|annual|logged|booked) (?:[\w-]+ ){0,3}?(?:sales|revenues?|turnover|profits?)|(?:sales|revenues?|turnover) (?:of|were|was|reached|totall?ed|came)|(?:already|currently) employs|employs [\d,]+ (?:people|workers|staff|employees) (?:worldwide|globally|around|across|in \d)|(?:worldwide|global) (?:workforce|headcount)|workforce of|(?:works|plants|factories|mills|operations) (?:in|at|near) [A-Z][\w ]{1,24} employ)\b/i,
  saysBehind:
    /,? (?:the|this) (?:\w+ )?(city|province|county|zone|municipality|authority|ministry) (?:said|says|expects|expected|announced|added|estimates|estimated|forecast|explained)(?: on)?(?: [A-Z][a-z]+day)?\.?["”]?$/,
  together:
    /^(?:They|(?:These|Those) (?:\w+ ){0,2}(?:companies|firms|businesses|corporations|enterprises|investors|manufacturers)|The (?:\w+ )?(?:companies|firms|businesses|corporations))\b|^(?:In total|Altogether|Together|Combined|Between them)\b|^Their (?:combined|total|joint|overall|aggregate)\b|\bbetween them\b|\b(?:the|all) (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[a-z]+ )?(?:companies|firms|businesses|corporations)\b/i,
  finish: /\b(?:produc(?:e|ing)|complet\w+|open\w*|finish\w*|operation\w*|commission\w*|production|ready|done)\b/i,
  aimed: /\b(?:to|reach|achieve|hit|target(?:s|ing)?(?: of)?|aim\w*)(?: (?:about|around|over|more than))? $/i,
}
