import type { OrganisationCardEdit } from '../../organisation/organisation.dto.ts';
import type { Place } from './town-organisations.ts';

/** What each organisation of Sjöstad tells the others about itself. Invented, but true to what such organisations do. */
export const ORGANISATION_CARDS: Record<Place, OrganisationCardEdit> = {
  fk: {
    mission:
      'Vi utreder och beslutar om ersättning när någon inte kan arbeta på grund av sjukdom. Vi samordnar också rehabilitering tillbaka till arbete.',
    canDecide: 'Sjukpenning, rehabiliteringspenning, förebyggande sjukpenning och bidrag till arbetshjälpmedel. Vi kan kalla till avstämningsmöte.',
    cannotDecide:
      'Vård och behandling, arbetsgivarens anpassningar eller stöd från Arbetsförmedlingen. Vi kan inte heller lova en ersättning innan den är utredd.',
    timeLimits:
      'Bedömningen ändras efter dag 90, 180 och 365 i sjukperioden. Arbetsgivaren gör en plan för återgång senast dag 30. Ett nytt läkarintyg behövs innan det gamla går ut.',
    contactWays:
      'Ring 0980-319 230 vardagar kl. 8.00–16.00. Handläggaren svarar i Samspel inom två arbetsdagar. Karin Berg sitter på vårdcentralen tre dagar i veckan.',
    words: [
      {
        word: 'arbetsförmåga',
        meaning: 'Hur mycket sjukdomen sätter ned förmågan att arbeta. Vi bedömer den i fjärdedelar: 25, 50, 75 eller 100 procent.',
      },
      { word: 'rehabilitering', meaning: 'Arbetslivsinriktad rehabilitering. Vi samordnar den, men vi ger ingen behandling.' },
      { word: 'avstämningsmöte', meaning: 'Ett möte som bara vi kallar till enligt socialförsäkringsbalken. Andra möten är teamets egna.' },
    ],
  },
  af: {
    mission:
      'Vi hjälper den som söker arbete att hitta ett, och arbetsgivare att hitta personal. Vi har särskilt stöd för den som har en funktionsnedsättning.',
    canDecide: 'Arbetsmarknadspolitiska insatser, till exempel arbetsträning, lönebidrag, hjälpmedel på arbetsplatsen och stöd av SIUS-konsulent.',
    cannotDecide: 'Sjukpenning, försörjningsstöd och vård. Den som har en anställning får i första hand stöd av sin arbetsgivare.',
    timeLimits: 'Vi planerar tillsammans med den som skrivit in sig inom en månad. Aktivitetsrapporten lämnas varje månad mellan den 1 och den 14.',
    contactWays: 'Ring 0980-319 240 vardagar kl. 9.00–15.00. Inbjudningar läses varje förmiddag. Vi kan ses på kontoret, hos er eller på video.',
    words: [
      { word: 'arbetsförmåga', meaning: 'Vad personen kan göra i ett visst arbete med rätt stöd. Vi mäter den inte i procent av sjukdom.' },
      { word: 'aktivitet', meaning: 'En insats som vi beslutar om. Det är inte samma sak som en fritidsaktivitet.' },
      { word: 'inskriven', meaning: 'Registrerad som arbetssökande hos oss. Det krävs för de flesta insatser.' },
    ],
  },
  region: {
    mission:
      'Vårdcentralen är första linjens vård för vuxna i Sjöstad. Här arbetar läkare, fysioterapeut, kurator och psykolog. En psykiater är här varannan vecka.',
    canDecide: 'Undersökning, behandling, läkemedel, rehabilitering hos oss och remiss vidare. Läkaren skriver läkarintyg.',
    cannotDecide: 'Om någon får sjukpenning. Ett läkarintyg är ett underlag, inte ett beslut. Vi beslutar inte heller om kommunens insatser.',
    timeLimits: 'Kontakt samma dag, medicinsk bedömning inom tre dagar. Besök i specialistvården inom 90 dagar.',
    contactWays: 'Ring 0980-319 250 vardagar kl. 8.00–17.00. Är det bråttom, ring. Skriv inget som hör hemma i journalen här.',
    words: [
      {
        word: 'rehabilitering',
        meaning: 'Träning och behandling för att kroppen och måendet ska fungera bättre. Den kan pågå utan koppling till arbete.',
      },
      { word: 'behov', meaning: 'Medicinskt behov, bedömt av legitimerad personal.' },
      { word: 'egenvård', meaning: 'Något som personen kan göra själv och som vi har bedömt är säkert.' },
    ],
  },
  social: {
    mission: 'Vi ger stöd till vuxna och familjer när vardagen inte går ihop: samtal, stöd i föräldraskap, boende och ekonomi.',
    canDecide: 'Bistånd enligt socialtjänstlagen, till exempel familjesamtal, kontaktperson, boendestöd och ekonomiskt bistånd.',
    cannotDecide: 'Sjukpenning, vård och insatser från Arbetsförmedlingen. Vi kan inte ge ekonomiskt bistånd för det som någon annan ska betala.',
    timeLimits:
      'Förhandsbedömning inom 14 dagar när det gäller barn. Råd och stöd kan börja samma vecka. Ett beslut om bistånd tar oftast tre veckor.',
    contactWays: 'Ring 0980-319 260 vardagar kl. 8.30–16.30. En orosanmälan görs aldrig i Samspel: ring mottagningen.',
    words: [
      { word: 'insats', meaning: 'Ett stöd som vi har beslutat om eller erbjuder utan beslut.' },
      { word: 'behov', meaning: 'Det som krävs för en skälig levnadsnivå, enligt socialtjänstlagen.' },
      { word: 'utredning', meaning: 'En formell utredning som leder till ett beslut. Ett första samtal är ingen utredning.' },
    ],
  },
  work: {
    mission:
      'Vi hjälper invånare i Sjöstad närmare arbete eller studier, med praktik, arbetsträning och handledning. Återbruket är vår egen arbetsplats.',
    canDecide: 'Plats på Återbruket, praktik i kommunens verksamheter, arbetsmarknadsanställning och handledning.',
    cannotDecide: 'Ersättning under tiden. Den beslutar Försäkringskassan, Arbetsförmedlingen eller ekonomiskt bistånd om.',
    timeLimits: 'Första träff inom en vecka. En plats på Återbruket börjar oftast på en måndag, med två veckors varsel.',
    contactWays: 'Ring 0980-319 270 vardagar kl. 8.00–16.00. Kom gärna förbi Återbruket på Varvsgatan.',
    words: [
      { word: 'arbetsträning', meaning: 'Träning på en arbetsplats i egen takt, utan krav på vad man hinner.' },
      { word: 'praktik', meaning: 'En bestämd tid på en arbetsplats för att lära sig ett yrke.' },
    ],
  },
  care: {
    mission: 'Vi ger vård i hemmet till den som har svårt att ta sig till vårdcentralen: sjuksköterska, arbetsterapeut och fysioterapeut.',
    canDecide: 'Hemsjukvård, hjälpmedel i hemmet och rehabilitering i hemmiljö. En läkare från regionen ansvarar för medicinska beslut.',
    cannotDecide: 'Läkemedel och sjukskrivning, det gör läkaren. Hemtjänst beslutar socialtjänsten om.',
    timeLimits: 'Vårdplanering inom tre dagar efter utskrivning. Hjälpmedel provas oftast ut inom två veckor.',
    contactWays: 'Ring 0980-319 280 dygnet runt. Dagtid svarar samordnaren, annars jourhavande sjuksköterska.',
    words: [
      { word: 'hemsjukvård', meaning: 'Vård i hemmet av legitimerad personal. Det är inte hemtjänst.' },
      { word: 'rehabilitering', meaning: 'Att klara vardagen hemma, till exempel trappan, köket och duschen.' },
    ],
  },
  federation: {
    mission:
      'Vi är fyra medlemmar som samverkar: kommunen, regionen, Försäkringskassan och Arbetsförmedlingen. Vi betalar gemensamma insatser och följer vad som fungerar.',
    canDecide: 'Hur förbundets pengar används, vilka gemensamma insatser som startar och hur de följs upp.',
    cannotDecide: 'Något som gäller en enskild person. Lagen om finansiell samordning tillåter det inte, och vi ser inga ärenden.',
    timeLimits: 'Styrelsen möts fem gånger om året. En ansökan om en ny insats behöver komma fyra veckor före mötet.',
    contactWays: 'Ring 0980-319 290 eller skriv till kansliet. Driften av Samspel nås på samma nummer.',
    words: [
      { word: 'insats', meaning: 'Ett projekt eller en verksamhet som förbundet betalar, aldrig stöd till en viss person.' },
      { word: 'deltagare', meaning: 'En medlem eller organisation i förbundet. I ett ärende betyder ordet något annat.' },
    ],
  },
};
