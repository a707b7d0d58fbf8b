/** Last words of an organisation (기관·기업). */
export const ORG_LAST = new Set(
  'Co Corp Inc Ltd Limited LLC LLP PLC plc GmbH AG SE SA NV BV AB Corporation Company Companies Incorporated Group Holdings Holding University Institute College Academy School Hospital Foundation Association Federation Council Committee Commission Agency Authority Administration Bureau Ministry Department Government Office Bank Fund Chamber Union Consortium Centre Center Laboratory Laboratories Society Partners Capital Ventures Securities Insurance Electronics Electric Chemical Chemicals Materials Motors Motor Mobility Energy Power Steel Metals Mining Cement Technologies Technology Technics Tech Systems Solutions Semiconductor Semiconductors Industries Industry Industrial Engineering Construction Shipbuilding Logistics Telecom Networks Software Pharma Pharmaceutical Pharmaceuticals Biologics Biotech Bio Sciences Therapeutics Robotics Robot Aerospace Display Battery Batteries Foods Food Airlines Precision Machinery Instruments Headquarters News Times Herald Daily Press Broadcasting Newspaper Innovation Labs Works Wind Solar Hydrogen Renewables Cosmetics Cloud Cells Freight Airways Shipping Marine Farms Brands Beverages Dairy Brewery Studios Games Entertainment Media Wireless Communications Automotive Tires Rubber Plastics Polymers Fibers Carbon Cathode Aluminum Refining Petrochemical Petrochemicals Lubricants Coatings Cables Automation Devices Healthcare Genomics Diagnostics Recycling Properties Investments Textile Paper Glass Optics Heavy-Industries'.split(
    ' ',
  ),
)
export const ORG_FORM = /^(?:Co|Corp|Inc|Ltd|Limited|LLC|PLC|GmbH|AG)$/
export const ORG_FIRST =
  /^(?:Ministry|Department|Bank|University|Institute|Office|Bureau|Agency|Korea (?:Electric|Land|Trade|Institute|Development|Water|Gas)|Government|Federation|Association|Chamber|Board|National Assembly)\b/
/** Last words of a place (장소): parks, zones, ports, stations, plants, works of nature. */
export const PLACE_LAST = new Set(
  'Complex Park Zone District Port Airport Station Island Valley Estate FEZ FIZ Cluster Campus Plant Factory Terminal Bay River Mountain Beach Village Town Road Street Avenue Bridge Dam Hub Site Area Region Peninsula Belt'.split(
    ' ',
  ),
)
/** Words that open a sentence or name a day and are no names. */
export const NOT_NAMES = new Set(
  'Whether Instead Although Though Because Unlike Despite Besides Among Between Within Without Who What Where When Why How Which The A An It They This These Those That We He She I In On At By For From With Under Of To And But Or As If When While Having Being Following Including Starting Given Founded Based After Before Since Until During Through Both Each All Its Their His Her Our Your Also However Meanwhile According January February March April May June July August September October November December Monday Tuesday Wednesday Thursday Friday Saturday Sunday Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec MOU MOUs LOI CEO CFO KRW USD EUR JPY CNY GDP AI IT ESG EV EVs Phase Korean Chinese Japanese American European German French South North East West New Construction Total Investment Once Plans Earlier Later More About Nearly Around Some There Here Not No Yes Mr Ms Dr Q FY H'.split(
    ' ',
  ),
)
/** What may open a sentence and act in it without being anybody. */
export const NOBODY =
  /^(?:\w+(?:ment|tion|sion|ity|ance)|Work|Works|Sales|Exports|Output|Revenues?|Officials|Jobs|Firms|Companies|Funding|Demand|Hiring|Residents|Workers|Analysts|Experts|Subsidies|Operations|Profits?|Imports|Shares|Phase|Building|Products|Plants?|Factories|Groundbreaking|Critics|Reporters|Costs?|Ground|Nothing|Staff|Payroll|Headcount|Workforce|Employees|Capacity|Half|Most|Nobody|Tenants|Talks|Support|Spending|Money|Land|Trucks|Vehicles|Buildings|Machines|Equipment|Suppliers|Investors|Details|Lots)$/

/** Of which nation somebody is. */
export const NATION =
  /^(?:(?:South |North )?Korean|Chinese|Japanese|American|U\.S|German|French|Belgian|Danish|Dutch|Swedish|Norwegian|Finnish|Swiss|Austrian|Italian|Spanish|Polish|Hungarian|Canadian|Australian|Singaporean|Indian|Indonesian|Malaysian|Thai|Vietnamese|Taiwanese|British|Irish|Russian|Turkish|Israeli|Saudi|Mexican|Brazilian|Czech|European)$/

export const COUNTRY =
  /^(?:South Korea|Korea|China|Japan|America|Germany|Taiwan|Vietnam|India|France|Belgium|Denmark|Norway|Sweden|Finland|Netherlands|Spain|Italy|Switzerland|Austria|Poland|Hungary|Canada|Australia|Singapore|Malaysia|Indonesia|Thailand|Israel|Britain|UK|U\.K|US|U\.S|USA|Saudi Arabia|UAE|Mexico|Brazil|Russia|Turkey|Hong Kong|Ireland|Portugal|Czech Republic|Philippines)$/
