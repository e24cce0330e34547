/**
 * Common passwords of twelve characters and more in their bare form (lower case, letters and digits only,
 * trailing digits are also tried without). Shorter ones are refused by their length; their doublings stand here.
 */
export const VEELGEBRUIKT: ReadonlySet<string> = new Set(
  `
  password passwordpassword passwort wachtwoord wachtwoordwachtwoord welkom welkomwelkom welkomthuis
  mijnwachtwoord nieuwwachtwoord geheimwachtwoord hetwachtwoord wachtwoordis ditismijnwachtwoord
  geheim geheimgeheim geheimpje administrator administratie beheerder beheerdersaccount
  qwertyuiop qwertyuiopasdf qwertyqwerty qwertyuiopas asdfghjkl asdfghjklasdf asdfasdfasdf zxcvbnm
  zxcvbnmzxcvbnm qazwsxedcrfv qazwsxedc qwerasdfzxcv abcdefghijkl abcdefghijklm abcdefghijklmnop abcabcabcabc
  abcdabcdabcd abcabcabc letmein letmeinletmein iloveyou iloveyouiloveyou ikhouvanjou ikhouvanjouikhouvanjou
  zomer zomerzomer winter winterwinter lente herfst voorjaar najaar januari februari maart april juni juli
  augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  nederland nederlandnederland hollandholland amsterdam rotterdam haarlem alkmaar zaanstad kennemerland
  noordholland noordhollandnoord zaanstreekwaterland gemeente gemeentehaarlem gemeentealkmaar gemeentezaanstad
  langeadem langeademlangeadem veiligthuis huiselijkgeweld feyenoord feyenoordfeyenoord ajaxamsterdam
  ajaxajaxajax voetbal voetbalvoetbal superman supermansuperman batmanbatman pokemonpokemon dragondragon
  monkeymonkey princessprincess sunshinesunshine footballfootball baseballbaseball trustno1trustno1
  welcomewelcome welcometothe changeme changemechangeme changemenow changethis defaultpassword default
  temporary temporarypassword tijdelijk tijdelijkwachtwoord testtesttest testtest testwachtwoord testpassword
  demodemodemo demowachtwoord voorbeeld voorbeeldwachtwoord 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qaz2wsx3edc
  1qaz2wsx3edc4rfv q1w2e3r4t5y6 a1b2c3d4e5f6 1a2b3c4d5e6f 123456789012 1234567890123 123412341234 123123123123
  012345678901 0123456789 098765432109 987654321098 987654321012 112233445566 121212121212 123456123456
  qwerty123456 123456qwerty abcdef123456 123456abcdef abc123abc123 passw0rd p4ssw0rd pa55word w8woord
  correcthorsebatterystaple
  `
    .trim()
    .split(/\s+/),
);
