import type { EconomyError } from './economy-error.ts'
import { koreanFixes } from './korean-fixes.ts'

/**
 * 거절의 우리말: what the engine refuses, in Korean. Each line holds what the engine says, `{}` for what it fills in, and the Korean with `{1}`, `{2}` … in its place. A test walks the engine's own source and fails on
 * a refusal that a case can reach and that has no line here.
 */
const what: readonly (readonly [english: string, korean: string])[] = [
  // analyses from tables
  ['expected a table of one region, got {}', '한 지역의 표여야 하는데 {1}개 지역이 있습니다'],
  ['expected a table of one region, got several', '한 지역의 표여야 하는데 여러 지역이 있습니다'],
  ['expected at least one sector that the cluster makes, got none', '이곳에서 만들 업종이 하나도 없습니다'],
  ['expected a sector of the table in core, got "{}"', '만들 것 “{1}”은 표에 없는 업종입니다'],
  ['expected what "{}" makes a year above 0, got {}', '“{1}”의 한 해 생산액이 0보다 커야 하는데 {2}입니다'],
  ['expected persons of "{}" in sectors of the table, found none', '“{1}”에 표의 업종에서 일하는 사람이 없습니다'],
  ['expected a region of the table as {}, got "{}"', '“{2}”은 표에 없는 지역입니다 ({1})'],
  ['expected the nation or other regions beside "{}", found none in the table', '표에 “{1}”과 견줄 전국이나 다른 지역이 없습니다'],
  ['expected a region smaller than "{}" ({}), got "{}" ({})', '“{3}”({4}명)이 견줄 곳 “{1}”({2}명)보다 큽니다'],
  ['expected one table a year, got two of {}', '{1}년의 표가 둘입니다. 한 해에 표 하나여야 합니다'],
  ['expected at least one table, got none', '표를 하나도 고르지 않았습니다'],
  ['expected tables of one revision of the KSIC, got {}', '산업분류의 차수가 다른 표가 섞여 있습니다: {1}'],
  ['expected persons for {}, found no row', '{1}의 줄이 표에 없습니다'],
  ['expected regions of {} that together have at most the persons of {} in {}, got {} more', '{1}년 {3}에서 지역을 더하면 {2}보다 {4}명 많습니다'],
  // files and metadata
  ['expected a path in resources[0] of datapackage.json, got none', 'datapackage.json의 resources[0]에 path가 없습니다'],
  ['expected a sheet with persons by industry, found none', '산업별 종사자가 있는 시트가 없습니다'],
  ['expected JSON in datapackage.json, got {}', 'datapackage.json을 JSON으로 읽지 못했습니다: {1}'],
  ['expected datapackage.json to hold an object, got something else', 'datapackage.json에 객체가 아닌 것이 들어 있습니다'],
  ['expected economy.{} to be one of {}, got "{}"', 'datapackage.json의 economy.{1}은 {2} 가운데 하나여야 하는데 “{3}”입니다'],
  ['expected a column 취업자 or 피용자 in sheet "{}", found neither', '시트 “{1}”에 취업자나 피용자 열이 없습니다'],
  ['expected persons of the table’s year in sheet "{}", got those of {}', '시트 “{1}”에 여러 해({2})가 있는데 표의 연도를 모릅니다'],
  ['expected persons of {} in sheet "{}", got those of {}', '시트 “{2}”에 {1}년의 사람 수가 없습니다. 있는 해: {3}'],
  ['expected a sheet with a table of flows, found coefficients alone, as in "{}"', '거래표가 없고 “{1}” 같은 계수표만 있습니다'],
  ['value added and output were taken from sheet "{}"', '부가가치와 산출은 시트 “{1}”에서 가져왔습니다'],
  ['expected a row for every sector in sheet "{}", found none for "{}"', '시트 “{1}”에 부문 “{2}”의 줄이 없습니다'],
  [
    'expected the unit of persons in sheet "{}", such as (단위: 천명), found none',
    '시트 “{1}”에 사람 수의 단위가 적혀 있지 않습니다. (단위: 천명)처럼 적습니다',
  ],
  ['expected a number in {}, got an empty cell', '{1}: 수가 있어야 하는데 빈칸입니다'],
  ['expected a number in {}, got {}', '{1}: 수가 있어야 하는데 {2}이 적혀 있습니다'],
  [
    'expected a table whose rows and columns carry the same sector names in sheet "{}", found none',
    '시트 “{1}”에서 행과 열의 부문 이름이 같은 표를 찾지 못했습니다',
  ],
  ['expected every sector in rows and columns, got "{}" only as a row ({})', '부문 “{1}”이 행에만 있고 열에는 없습니다 ({2})'],
  ['expected every sector in rows and columns, got "{}" only as a column ({})', '부문 “{1}”이 열에만 있고 행에는 없습니다 ({2})'],
  ['expected every sector in rows and columns, got "{}" only as a {} ({})', '부문 “{1}”이 한쪽({2})에만 있습니다 ({3})'],
  [
    'expected the last sectors under one name, or a known word, in rows and columns, got "{}" ({}) and "{}" ({})',
    '마지막 부문의 이름이 행에서는 “{1}”({2}), 열에서는 “{3}”({4})입니다',
  ],
  ['expected lines whose flow is "intermediate", found none', 'flow가 intermediate인 줄이 하나도 없습니다'],
  ['expected each flow once, got {} to {} in rows {} and {}', '{1}에서 {2}로 가는 거래가 {3}번째 줄과 {4}번째 줄에 두 번 있습니다'],
  ['expected a sector that buys or sells inputs, got "{}" in row {} of {}', '{3}의 {2}번째 줄: “{1}”은 사고파는 부문에 없습니다'],
  ['expected the columns {}, found no "value"', '열 {1}이 있어야 하는데 value가 없습니다'],
  ['expected a flow among {} in {}, got "{}"', '{2}: flow는 {1} 가운데 하나여야 하는데 “{3}”입니다'],
  ['expected domestic or import as the origin in row {} of {}, got "{}"', '{2}의 {1}번째 줄: origin은 domestic이나 import여야 하는데 “{3}”입니다'],
  ['expected the name of the table, such as {}, got none', '표의 이름이 없습니다. {1}처럼 적습니다'],
  ['expected the year of the table, such as {}, got none', '표의 연도가 없습니다. {1}처럼 적습니다'],
  ['expected the priceBasis of the table, such as {}, got none', '표의 가격 기준이 없습니다. {1}'],
  ['expected the importTreatment of the table, such as {}, got none', '표가 수입을 어떻게 다루는지가 없습니다. {1}'],
  ['expected the unit of the table, such as {}, got none', '표의 단위가 없습니다. {1}처럼 적습니다'],
  ['expected the regionScope of the table, such as {}, got none', '어느 곳의 표인지가 없습니다. {1}처럼 적습니다'],
  ['expected the source of the table, such as {}, got none', '표의 출처가 없습니다. {1}처럼 적습니다'],
  ['expected the licence of the table, such as {}, got none', '표의 이용 조건이 없습니다. {1}처럼 적습니다'],
  ['expected the {} of the table, such as {}, got none', '표의 {1}이 없습니다. {2}처럼 적습니다'],
  ['expected {} among the years of the file, got {}', '파일에 {1}년이 없습니다. 있는 해: {2}'],
  ['expected a year such as 2020, got {}', '연도는 2020처럼 적어야 하는데 {1}입니다'],
  ['expected the bytes of a packed table, got others', '보관한 표의 자료가 아닙니다'],
  ['expected {} bytes of a packed table, got {}', '보관한 표가 {1}바이트여야 하는데 {2}바이트입니다'],
  ['expected rows with KSIC codes in sheet "{}", found none', '시트 “{1}”에 산업분류 코드가 있는 줄이 없습니다'],
  ['expected a region for "{}", got none', '“{1}”이 어느 지역의 것인지 적혀 있지 않습니다'],
  [
    'expected columns 산업 and 종사자 in sheet "{}", found no row with both',
    '시트 “{1}”에서 산업과 종사자 열을 함께 가진 머리글 줄을 찾지 못했습니다',
  ],
  ['expected a unit of persons such as 명 or 천명, got "{}"', '사람 수의 단위는 명이나 천명이어야 하는데 “{1}”입니다'],
  ['expected as many sector rows as columns in "{}", got {} and {}', '시트 “{1}”의 부문이 행에는 {2}개, 열에는 {3}개입니다'],
  ['expected the same output of {} in {} and {}, got {} and {}', '{1}의 산출이 {2}에서는 {4}, {3}에서는 {5}로 서로 다릅니다'],
  ['expected the parts of final demand of {} to add up to {} ({}), got {}', '{1}의 최종수요를 더하면 {4}인데 합계 칸({3})은 {2}입니다'],
  ['expected the parts of value added of {} to add up to {} ({}), got {}', '{1}의 부가가치를 더하면 {4}인데 합계 칸({3})은 {2}입니다'],
  ['expected a sheet with a table of flows, found none', '거래표가 있는 시트가 없습니다'],
  [
    'expected the sectors of the domestic table in the same order in sheet "{}", got "{}" beside "{}"',
    '시트 “{1}”의 부문이 국산거래표와 다릅니다: “{2}”와 “{3}”',
  ],
  [
    'expected domestic and imported flows to add up to the total in "{}" for {} to {}, got {} against {}',
    '“{1}”: {2}에서 {3}로 가는 국산과 수입의 합 {4}이 총거래 {5}과 다릅니다',
  ],
  // a table that is not sound
  ['expected each sector once, got "{}" at {} and at {}', '부문 “{1}”이 두 번({2}번째, {3}번째) 있습니다'],
  ['expected an output of 0 or more, got {}', '산출이 0보다 작습니다: {1}'],
  ['expected an output above 0 for a sector that uses inputs, got {}', '투입이 있는 부문의 산출이 0입니다: {1}'],
  [
    'expected flows in the unit of the outputs, got a matrix whose largest cell is {} beside outputs above 10',
    '거래액 자리에 계수가 있는 듯합니다: 가장 큰 칸이 {1}인데 산출은 10을 넘습니다',
  ],
  ['expected inputs sold plus final demand to equal output in {}, got {} against {}', '{1}: 중간수요와 최종수요의 합 {2}가 산출 {3}과 맞지 않습니다'],
  ['expected inputs plus value added to equal output in {}, got {} against {}', '{1}: 중간투입과 부가가치의 합 {2}가 산출 {3}과 맞지 않습니다'],
  ['expected {} sector names for {} rows of flows, got {}', '거래 {2}줄에 부문 이름 {1}개가 있어야 하는데 {3}개입니다'],
  ['expected output or final demand beside the flows, got neither', '거래 옆에 산출도 최종수요도 없습니다'],
  [
    'expected the columns in the order of the rows, got "{}" in column {} beside row "{}"',
    '열의 순서가 행과 다릅니다: {2}번째 열은 “{1}”, 행은 “{3}”',
  ],
  [
    'expected input coefficients (inputs a unit of output, columns adding up to less than 1), got cells up to {}',
    '투입계수가 있어야 하는데 {1}에 이르는 칸이 있습니다. 거래액인 듯합니다',
  ],
  ['expected sectors that together make more than they use, got none that holds for {}', '{1}: 만드는 것보다 쓰는 것이 많은 표입니다'],
  ['expected {} in the table, got none', '표에 {1}이 없습니다'],
  ['expected a system with one solution, got one that is singular to {}', '풀 수 없는 표입니다 (특이, {1})'],
  ['expected a system with one solution, got a singular one at column {}', '풀 수 없는 표입니다 ({1}번째 열)'],
  ['expected {} numbers in row {} of {}, got {}', '{3}의 {2}번째 줄에 수가 {1}개 있어야 하는데 {4}개입니다'],
  ['expected a finite number at {}, got {}', '{1}에 수가 있어야 하는데 {2}입니다'],
  ['expected {} numbers in region.{}, got {}', 'region.{2}에 수가 {1}개 있어야 하는데 {3}개입니다'],
  ['expected {} numbers in {}, got {}', '{2}에 수가 {1}개 있어야 하는데 {3}개입니다'],
  ['expected a square matrix for {}, got {} by {}', '{1}: 행과 열의 수가 같아야 하는데 {2}×{3}입니다'],
  ['{} uses inputs of {} for an output of {}', '{1}: 투입 {2}가 산출 {3}보다 많습니다'],
  ['{} has no output and yet sells: its coefficients are 0', '{1}: 산출이 없는데 팝니다. 계수를 0으로 둡니다'],
  ['{} has no output: its coefficients are 0', '{1}: 산출이 없어 계수를 0으로 둡니다'],
  ['negative flow {}', '음수인 거래: {1}'],
  ['negative value added {}', '음수인 부가가치: {1}'],
  // what was noted on the way in
  ['{} rows were left out because their industries stand in the file at another level, too', '다른 단계로도 적힌 산업이라 {1}줄은 세지 않았습니다'],
  ['rows without a code were left out: {}', '코드가 없는 줄은 뺐습니다: {1}'],
  [
    'industries without a sector of the 33 are kept and not counted there: {}',
    '33부문에 자리가 없는 산업은 보관하되 33부문에서는 세지 않습니다: {1}',
  ],
  ['persons stand below the table and were taken as persons (명)', '표 아래의 사람 수를 명으로 읽었습니다'],
  ['synthetic table: made from a seed, describes no real economy', '지어낸 값으로 셈했습니다. 실제 경제의 값이 아닙니다'],
  ['insufficient history: {} months, {} are needed', '{1}개월치뿐입니다. {2}개월이 있어야 합니다'],
  ['the region is {} % of the nation: its own change moves what it is compared with', '지역이 전국의 {1}%라, 지역이 바뀌면 견주는 전국도 바뀝니다'],
  ['too few regions with industries of their own for complexity: left unknown', '저마다 산업이 있는 지역이 적어 복잡성은 모릅니다'],
  ['one year only: no growth, no shift-share and no resilience', '한 해뿐이라 증가율, 변이할당, 회복력은 없습니다'],
  ['{} regions only: proximity and complexity say little', '지역이 {1}곳뿐이라 관련성과 복잡성은 참고만 하십시오'],
  ['{} values: fewer than {}, so paces only and no trend', '값이 {1}개뿐이라({2}개부터 추세를 봅니다) 속도만 말합니다'],
  ['the years of the series are not in the list of holidays (2010 to 2030)', '설·추석 날짜가 있는 해(2010–2030)가 아니라 명절을 덜지 못했습니다'],
  ['the claim does not say over how many years: jobs may be person-years', '몇 해 동안인지 말하지 않아, 일자리가 연인원일 수 있습니다'],
  ['empty cells of "{}" were taken as 0', '“{1}”의 빈칸을 0으로 읽었습니다'],
  ['the sheet states no output: it is worked out from the rows', '시트에 산출이 없어 행의 합으로 셈했습니다'],
  [
    'imports are deducted from final demand, so that the flows hold goods of both origins',
    '수입을 최종수요에서 뺀 표라, 거래에는 국산과 수입이 함께 있습니다',
  ],
  ['row "{}" ({}) was taken as a part of value added', '“{1}” 줄({2})을 부가가치의 한 부분으로 읽었습니다'],
  ['expected {} rows in the second matrix, got {}', '둘째 행렬의 줄이 {1}개여야 하는데 {2}개입니다'],
  ['expected {} industries in {}, got {}', '{2}에 산업이 {1}개 있어야 하는데 {3}개입니다'],
  ['expected at least two years, the same for region and nation, got {} and {}', '지역과 전국에 같은 해가 둘은 있어야 하는데 {1}개와 {2}개입니다'],
  [
    'taxes less subsidies on products ("{}") are held beside value added: the column balances, and value added is so much larger',
    '순생산물세(“{1}”)를 부가가치 곁에 두었습니다: 열의 합은 맞고 부가가치가 그만큼 큽니다',
  ],
  ['final demand was not given: taken as output less intermediate sales', '최종수요가 없어 산출에서 중간수요를 뺀 값으로 두었습니다'],
  // impact and claims
  ['expected published coefficients of {} or earlier, found none', '{1}년이나 그 앞의 공표된 계수가 없습니다'],
  ['expected a unit of won such as 원, 억원 or 십억원, got "{}"', '금액의 단위는 원, 억원, 십억원 같은 원 단위여야 하는데 “{1}”입니다'],
  ['expected a region of "{}" as {}, got "{}"', '“{3}”은 “{1}”에 없는 지역입니다 ({2})'],
  [
    'expected spending, as national coefficients tell nothing of a plant that runs, got operation alone',
    '쓰는 돈이 없습니다. 표 없이 전국 계수로는 공장이 도는 동안을 말할 수 없습니다',
  ],
  ['expected a line of spending, got none', '쓰는 돈이 한 줄도 없습니다'],
  ['expected a table for amounts in its unit, got none', '표의 단위로 적은 금액인데 표가 없습니다'],
  ['expected an amount of 0 or more in {}, got {}', '{1}의 금액이 0보다 작습니다: {2}'],
  ['expected a table in won, or amounts in its own unit, got a table in {}', '원 단위가 아닌 표({1})에는 원으로 적은 금액을 넣을 수 없습니다'],
  ['expected the table of the demonstration for its region, got another', '시범 지역은 시범 표와만 함께 쓸 수 있습니다'],
  ['expected the sector of {} ({}), got none', '{1}({2})의 업종이 없습니다'],
  ['expected a sector from 0 to {}, got {}', '업종 번호는 0에서 {1}까지여야 하는데 {2}입니다'],
  ['expected a share from 0 to 1 for {}, got {}', '{1}: 몫은 0에서 1 사이여야 하는데 {2}입니다'],
  ['expected a line of spending or of operation, got none', '쓰는 돈도 돌아가는 동안의 값도 없습니다'],
  ['expected a sector of the table, got "{}" in {}', '{2}의 “{1}”은 표에 없는 업종입니다'],
  ['expected years that run forward in {}, got {} to {}', '{1}: 첫 해 {2}이 마지막 해 {3}보다 뒤입니다'],
  ['expected output or jobs a year in {}, got neither', '{1}: 한 해 생산액이나 일자리 가운데 하나는 있어야 합니다'],
  ['expected a number of 0 or more in {}, got {}', '{1}: 0 이상이어야 하는데 {2}입니다'],
  [
    'expected persons a unit of output of {} in the table, to tell its output from its jobs, got none',
    '표에 {1}의 취업자가 없어 일자리에서 생산액을 어림할 수 없습니다',
  ],
  ['expected a rate from 0 to 1 for the tax "{}", got {}', '세금 “{1}”의 율은 0에서 1 사이여야 하는데 {2}입니다'],
  // structure, chain
  ['expected weights of 0 or more with one above 0, got {}', '가중치는 0 이상이고 하나는 0보다 커야 합니다: {1}'],
  ['expected inputs that end, got a circle among {} parts that needs more than it makes', '부품 {1}개 사이에, 만드는 것보다 더 드는 고리가 있습니다'],
  ['expected each part once, got "{}" twice', '부품 “{1}”이 두 번 있습니다'],
  ['expected a part of the list in {}, got "{}"', '{1}: “{2}”은 목록에 없는 부품입니다'],
  ['expected a share from 0 to 1 for "{}" in "{}", got {}', '“{2}”에 드는 “{1}”의 몫은 0에서 1 사이여야 하는데 {3}입니다'],
  ['expected a share from 0 to 1 that makers here cover of "{}", got {}', '이곳에서 대는 “{1}”의 몫은 0에서 1 사이여야 하는데 {2}입니다'],
  ['expected inputs of "{}" to add up to at most 1, got {}', '“{1}”에 드는 재료의 몫을 더하면 1을 넘습니다: {2}'],
  ['expected at least one part that the cluster makes, got none', '이곳에서 만들 부품이 하나도 없습니다'],
  ['expected a capacity of 0 or more for "{}", got {}', '“{1}”의 규모는 0 이상이어야 하는데 {2}입니다'],
  ['expected sectors of the table, got "{}"', '“{1}”은 표에 없는 업종입니다'],
  ['expected an output above 0 for "{}", got {}', '“{1}”의 생산은 0보다 커야 하는데 {2}입니다'],
  ['expected a region of the table, got "{}"', '“{1}”은 표에 없는 지역입니다'],
  ['expected at least two regions, got one', '지역이 하나뿐입니다. 견줄 지역이 있어야 합니다'],
  ['expected years with values each, got {} years and {} tables', '해는 {1}개인데 표는 {2}개입니다'],
  ['expected years in rising order, got {} after {}', '해가 차례대로가 아닙니다: {2} 다음에 {1}'],
  ['expected {} regions in {}, got {}', '{2}년에 지역이 {1}곳 있어야 하는데 {3}곳입니다'],
  ['expected {} industries in {} for {}, got {}', '{2}년 {3}에 산업이 {1}개 있어야 하는데 {4}개입니다'],
  ['expected persons of 0 or more in {} for {} and {}, got {}', '{1}년 {2} {3}: 사람 수가 0 이상이어야 하는데 {4}입니다'],
  [
    'expected at least three places and two industries that are present, got {} and {}',
    '가진 산업이 있는 지역 {1}곳, 산업 {2}개뿐이라 복잡성을 셈할 수 없습니다',
  ],
  ['expected counts of 0 or more, got {}', '수는 0 이상이어야 하는데 {1}입니다'],
  ['expected counts of 0 or more in {}, got {}', '{1}의 수는 0 이상이어야 하는데 {2}입니다'],
  ['expected the columns 해, 지역, 산업 and 종사자, found no {} in "{}"', '열 해, 지역, 산업, 종사자 가운데 {1}이 없습니다: “{2}”'],
  ['expected a year in row {}, got "{}"', '{1}번째 줄: 연도여야 하는데 “{2}”입니다'],
  ['expected persons of 0 or more in row {}, got "{}"', '{1}번째 줄: 사람 수여야 하는데 “{2}”입니다'],
  ['expected a region and an industry in row {}, got "{}" and "{}"', '{1}번째 줄: 지역 “{2}”과 산업 “{3}”이 모두 있어야 합니다'],
  ['expected each cell once, got {} again in row {}', '{2}번째 줄: {1}이 다시 나옵니다'],
  [
    'expected the nation to hold what the region has, got an industry ({}) with persons in the region only',
    '{1}번째 산업은 지역에만 사람이 있고 전국에는 없습니다',
  ],
  ['expected persons in the nation before, got none', '앞 해의 전국에 사람이 없습니다'],
  ['expected persons in the region before, got none', '앞 해의 지역에 사람이 없습니다'],
  ['expected persons of 0 or more in sector {}, got {} and {}', '{1}번째 업종의 사람 수가 0보다 작습니다: {2}, {3}'],
  ['expected no more persons in the region than in the nation in sector {}, got {} and {}', '{1}번째 업종에서 지역({2})이 전국({3})보다 많습니다'],
  ['expected persons in the region and in the nation, got none', '지역이나 전국에 사람이 없습니다'],
  ['expected a delta from 0 to 1, got {}', 'δ는 0에서 1 사이여야 하는데 {1}입니다'],
  // time
  ['expected a column 월, 구역 and 값, found no {} in "{}"', '열 월, 구역, 값 가운데 {1}이 없습니다: “{2}”'],
  ['expected a month in row {}, got "{}"', '{1}번째 줄: 달이어야 하는데 “{2}”입니다'],
  ['expected 가동률, 생산 or 고용 in row {}, got "{}"', '{1}번째 줄: 가동률, 생산, 고용 가운데 하나여야 하는데 “{2}”입니다'],
  ['expected a number in row {}, got "{}"', '{1}번째 줄: 수여야 하는데 “{2}”입니다'],
  ['expected one value a month, got a second for {} of "{}" in row {}', '{3}번째 줄: “{2}”의 {1} 값이 또 있습니다'],
  ['expected rows under the header, got none', '머리글 아래에 줄이 없습니다'],
  ['expected values that vary, got the same value throughout', '값이 처음부터 끝까지 같습니다'],
  ['expected quiet months that vary, got the same value throughout', '조용한 달의 값이 처음부터 끝까지 같습니다'],
  ['expected a rate of false alarms between 0 and 1 a month, got {}', '헛울릴 확률(한 달)은 0과 1 사이여야 하는데 {1}입니다'],
  ['expected a rate of false alarms between 0 and 1 a year, got {}', '헛울릴 확률(한 해)은 0과 1 사이여야 하는데 {1}입니다'],
  ['expected at least two periods of {}, got {} values', '계절을 덜어 내려면 {1}개씩 두 바퀴가 있어야 하는데 값이 {2}개입니다'],
  ['expected a value for every month, got {} at {}', '{2}번째 달의 값이 없습니다'],
  ['expected a value for every month, got {} in {}', '{2}의 값이 없습니다'],
  ['expected at least one monthly series, got none', '월별 계열이 하나도 없습니다'],
  ['expected a chance from 0 to 1 for "{}", got {}', '“{1}”의 가능성은 0에서 1 사이여야 하는데 {2}입니다'],
  ['expected a correlation from 0 to 1, got {}', '상관은 0에서 1 사이여야 하는데 {1}입니다'],
  ['expected a value for each year, got {} years and {} values', '해는 {1}개인데 값은 {2}개입니다'],
  ['expected a target year after {}, got {}', '목표 해는 {1}년 뒤여야 하는데 {2}년입니다'],
  ['expected at least three points with a value each, got {} and {}', '추세를 보려면 값이 셋은 있어야 합니다: {1}, {2}'],
  ['expected points at different times, got one time only', '값이 모두 같은 해의 것입니다'],
  ['expected at least two points at different times', '서로 다른 해의 값이 둘은 있어야 합니다'],
]

type Rule = readonly [pattern: RegExp, korean: string]
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
// the more a line says itself, the earlier it is tried
const rules = (lines: readonly (readonly [string, string])[]): Rule[] =>
  [...lines]
    .sort((a, b) => b[0].replaceAll('{}', '').length - a[0].replaceAll('{}', '').length)
    .map(([english, korean]) => [new RegExp(`^${english.split('{}').map(escaped).join('([\\s\\S]*?)')}$`), korean])
const whatRules = rules(what)
const fixRules = rules(koreanFixes)

function spoken(text: string, list: readonly Rule[]): string | null {
  for (const [pattern, korean] of list) {
    const found = pattern.exec(text)
    if (found)
      return korean.replace(/\{(\d)\}([”)]*)(?:(은|이|을|과|으로)(?![가-힣]))?/g, (_, at: string, close: string, particle: string | undefined) => {
        const word = found[Number(at)] ?? ''
        return `${word}${close}${particle === undefined ? '' : fitting(word, particle)}`
      })
  }
  return null
}

const pairs: Readonly<Record<string, string>> = { 은: '는', 이: '가', 을: '를', 과: '와', 으로: '로' }

/** The particle that fits the last sound of a word: 은 after a closed syllable, 는 after an open one; figures by how they are read. */
function fitting(word: string, particle: string): string {
  const last = word.replace(/[”")\]]+$/, '').at(-1) ?? ''
  const code = last.charCodeAt(0) - 0xac00
  const closed = code >= 0 && code < 11172 ? code % 28 !== 0 : /[013678lmnr]/i.test(last)
  return closed ? particle : pairs[particle]!
}

/** What to do, in Korean; as the engine said it where it is not known. `fixInKorean('fill the cell') // => '칸을 채우십시오'` */
export const fixInKorean = (said: string): string => spoken(said, fixRules) ?? said

/** Something that was noted on the way in, in Korean; as the engine said it where it is not known. `noteInKorean('negative flow flows[a, b] = -1') // => '음수인 거래: flows[a, b] = -1'` */
export const noteInKorean = (said: string): string => spoken(said, whatRules) ?? said

/**
 * What was refused and what to do, in Korean; null where only the engine's own words are there.
 *
 * `refusalInKorean({ message: 'expected a year such as 2020, got 20; give the year that the table describes', fix: 'give the year that the table describes' }) // => { what: '연도는 2020처럼 적어야 하는데 20입니다', fix: '표가 말하는 해를 적으십시오' }`
 */
export function refusalInKorean(error: Pick<EconomyError, 'message' | 'fix'>): { what: string | null; fix: string | null } {
  const said = error.message.endsWith(`; ${error.fix}`) ? error.message.slice(0, -error.fix.length - 2) : error.message
  return { what: spoken(said, whatRules), fix: spoken(error.fix, fixRules) }
}
