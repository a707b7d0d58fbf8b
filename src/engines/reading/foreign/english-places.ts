const COUNTRIES =
  'South Korea|Korea|Republic of Korea|Japan|China|Taiwan|Vietnam|Indonesia|Malaysia|Singapore|Thailand|India|Germany|France|Italy|Spain|Poland|Hungary|Netherlands|Belgium|Sweden|Norway|Finland|Denmark|Switzerland|United Kingdom|Britain|United States|Canada|Mexico|Brazil|Australia|Saudi Arabia|United Arab Emirates|Turkey|Israel|Hong Kong|Texas|California|Georgia|Ohio|Michigan|Arizona|Tennessee|Europe|Asia|Southeast Asia|North America'
const KOREA =
  'Seoul|Busan|Daegu|Incheon|Gwangju|Daejeon|Ulsan|Sejong|Gyeonggi|Gangwon|Chungcheong|North Chungcheong|South Chungcheong|North Jeolla|South Jeolla|Jeonbuk|Jeonnam|North Gyeongsang|South Gyeongsang|Gyeongbuk|Gyeongnam|Chungbuk|Chungnam|Jeju|Suwon|Seongnam|Yongin|Goyang|Hwaseong|Pyeongtaek|Ansan|Anyang|Bucheon|Gimpo|Paju|Icheon|Namyangju|Cheongju|Chungju|Cheonan|Asan|Dangjin|Seosan|Jeonju|Gunsan|Iksan|Saemangeum|Mokpo|Yeosu|Suncheon|Gwangyang|Naju|Pohang|Gumi|Gyeongju|Andong|Changwon|Jinju|Gimhae|Yangsan|Geoje|Sacheon|Miryang|Chuncheon|Wonju|Gangneung|Donghae|Tokyo|Osaka|Nagoya|Kumamoto|Beijing|Shanghai|Shenzhen|Hanoi|London|Paris|Berlin|New York|Silicon Valley'

/** Countries, Korean provinces and larger cities by the names that press releases use without saying what they are. */
export const KNOWN_PLACES: ReadonlySet<string> = new Set(`${COUNTRIES}|${KOREA}`.split('|'))
