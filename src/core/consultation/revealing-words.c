/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/revealing-words.h"
#include "core/text/text.h"

typedef struct
{
  guint uses;
  const char *words;
} Words;

/* Single words, parted by spaces. Case and accents do not matter. No common word may be a name in use somewhere
 * ("Grace", "Hope", "Will", "Rosa"): better one warning too many. */
static const Words single_words[] = {
  /* English */
  { SUIVI_WORD_COMMON, "a about above according accidents access activities actually adolescents adults "
                       "after afterwards again against age ago "
                       "alcohol all almost alone along already also although always am among an and animals "
                       "another any anybody anyone "
                       "anything are around as ask at attacks authorities away babies bad be beatings "
                       "beating because become been before being "
                       "below best better between big books both boys boy bribes brothers bullying buses but "
                       "buy by call can cannot care "
                       "cars certain child childhood children choose cities classes classrooms class climate "
                       "clean clinics clothes come "
                       "communities community computers corporal corruption could countries courts crime dad "
                       "daddy day days dear decisions "
                       "did different difficult dirty disabilities disability disabled discrimination do "
                       "doctors does dogs don done doors "
                       "drinking drought drugs during each early eating education eight electricity eleven "
                       "else elders english enough equal "
                       "especially even every everybody everyone everything everywhere examinations exams "
                       "families family farmers far "
                       "father fathers fear fees few fewer fifteen fifth fifty fighting finally fire first "
                       "five floods food football for "
                       "forced four fourteen fourth free freedom friends from full fun further games garbage "
                       "gender girl girls give go "
                       "going good government governments grandparents grown grownups had half has hate have "
                       "having he health healthy hear help "
                       "helping her here hers high him his holidays home homes homework hospitals houses "
                       "house how however human hunger hungry "
                       "hundreds i if ill illness important in information inside instead insults internet "
                       "into is it its jobs journalists judges just "
                       "keep kids kitchen know lack land languages large last lastly later laws law learn "
                       "learners learning leaders least leave let "
                       "libraries life light like listen listening little local long look lots love low "
                       "lunch machines mainly make making "
                       "many marriage marriages married maybe me meals means medicine medicines meetings men "
                       "mental midwives money more most "
                       "mostly mother mothers mothers much mum mummy music must my myself near nearly "
                       "neighbours neither never new next night "
                       "nights nine no nobody noise none nor not nothing now nowadays nurses of off officers "
                       "often ok okay old older on once "
                       "one ones only open or orphans other others otherwise our ourselves out outside over "
                       "own parents parent parks peace "
                       "people perhaps places places play playgrounds playing please police policemen "
                       "politicians pollution poor poverty "
                       "pregnant prices prisons private problems promises protect protection public "
                       "punishment pupils put quite rain rape "
                       "read reading really refugees religion respect rich right rights rivers roads rubbish "
                       "rules sad safe safety salaries same "
                       "say schools school second see sell send seven several sexual shame she shops should "
                       "shouting siblings sick simply "
                       "since sisters six sixteen sleep slowly small smoke smoking so social soldiers some "
                       "somebody someone something "
                       "sometimes soon sorry speak sport sports start stay still stop stopping street "
                       "streets strong students study such suddenly "
                       "support sure surely take talk taxes teach teachers teacher teaching teenagers tell "
                       "ten thank thanks that the their them "
                       "then there therefore these they thieves things think third thirteen thirty this "
                       "those thousands three through "
                       "time tired to today together toilets toilet tomorrow too toys traffic trafficking "
                       "transport trees truth try twelve "
                       "twenty two uniforms under understand unfortunately unless until up upon us use used "
                       "usually very victims villages "
                       "village violence violent visitors volunteers vote wait walk walking want war was "
                       "washing waste water we weapons "
                       "wearing weather well were what whatever when whenever where wherever whether which "
                       "while who whoever whole whose "
                       "why winter wish with within without women words work workers working worse write "
                       "wrong years year yes yesterday yet "
                       "you young younger your yourself youth zero ll re ve d s t m isn doesn didn won aren "
                       "wasn weren couldn shouldn wouldn hasn "
                       "haven hadn honestly nice hopefully rats mosquitoes dogs fetching carrying cleaning "
                       "cooking cutting hitting caning selling "
                       "learning studying swimming washing begging crossing gangs dust drunk strangers "
                       "drivers neighbours nowhere pastors" },
  /* French */
  { SUIVI_WORD_COMMON,
    "a abord accidents adolescents adultes afin ai aide aider ailleurs ainsi alors amis amies amour animaux "
    "annees apprendre apres "
    "argent arretez as assez au aucun aucune auparavant aupres aura auront aussi aussitot autant autour "
    "autre autres "
    "autrefois autrement aux avaient avait avant avec avez avoir avons ayez bagarres beaucoup bebes besoin "
    "bien bientot "
    "boire bon bonjour bonne bref bruit bus ca camarades car ce ceci cela celle celles celui cependant "
    "certain certaine "
    "certaines certains ces cet cette ceux chacun chacune changez chaque chemins chez chomage choses ci cinq "
    "classe "
    "classes climat coin combien comme comment concernant conditions construire contre corruption coups "
    "coupures cours "
    "creez dans davantage de debout dehors deja demain depuis derriere des desormais dessous dessus deux "
    "devant devrait "
    "devraient dirigeants discrimination dites dix doit doivent donc donner donnez dont douze drogue droit "
    "droits du "
    "durant d eau eaux ecole ecoles ecoutez ecouter education egalement egalite electricite elle elles en "
    "encore enfance "
    "enfant enfants enfin ensemble ensuite entre environnement es essayez est et etaient etais etait etant "
    "ete etes "
    "etre etudier eux evidemment examens exemple faim faire faites famille familles fait faudrait faut "
    "femmes ferme feu "
    "filles fille fils finalement font football frais garcons garcon gens gouvernement gouvernements grand "
    "grande "
    "grands guerre handicap handicapes harcelement heureusement hier hommes hopitaux hors huit ici il ils "
    "inondations "
    "insultes internet ira j jadis jamais je jeunes jeudi jeux jouer jour journalistes jours juges jusqu "
    "justice l la laissez "
    "langues laquelle le lequel les lesquels leur leurs loin lois loi longtemps lorsqu lorsque lui lutter m "
    "ma maintenant mais "
    "maisons maison mal malgre malheureusement maltraitance maman manger mariage mariages medecins "
    "medicaments meme "
    "memes mendiants merci mere meres mes mettez mettre mieux mille moi moins mois mon monde monsieur mort n "
    "naturellement "
    "ne neanmoins neuf ni non nos notamment notre nourriture nous nouveau nouveaux nouvelle nul nuit on onze "
    "or orphelins ou oui "
    "outre ouvrez paix papa par parce parents parent parfois parlez parler parmi paroles partout pas pauvres "
    "pauvrete "
    "pendant pensez pere peres permettre personne personnes petit petite petits petites peu peur peut "
    "peuvent plein pluie "
    "plupart plus plusieurs pluto plutot police policiers politiciens pollution pour pourquoi pourtant "
    "pouvoir premier "
    "premierement presque prisons probablement problemes professeurs promesses protegez proteger protection "
    "puis puisque "
    "punitions qu quand quant quatorze quatre que quel quelle quelles quelqu quelque quelques quelquefois "
    "quels qui quinze quoi quoique "
    "racisme rapidement refugies regardez religion respect respectez respecter restez rien routes route rues "
    "s sa "
    "salles sans sante sauf savoir se securite seize selon sept serait sera ses seul seule seulement si "
    "sinon six soeurs "
    "soi soigner soins soldats sommes son sont sorte souvent sports sport stop suis suite sur surtout t ta "
    "tant tard "
    "tel telle tellement temps tes toi toilettes toit ton tot toujours tous tout toute toutes toutefois "
    "trafic transports travail "
    "travailler traversee treize trente tres trois trop trouver tu un une uniformes uns va vacances vers "
    "victimes vie vieux "
    "vient villages villes vingt violences violence vite vivre vivent voici voila voir vol voleurs vos votre "
    "voudrais "
    "voulons veulent vous vraiment vu y frappent jouez marcher mendier courir dormir etudier vendre certains "
    "habiter maitres maitresse enseignants enseignant eleves eleve camps livres" },
  /* Spanish */
  { SUIVI_WORD_COMMON,
    "a abajo abuelos abusos acaso accidentes actualmente adelante ademas adentro adolescentes adonde adultos "
    "afuera agua "
    "ahi ahora al alcohol alguien algo algun alguna algunas alguno algunos alli ambiente ambos amigos amigas "
    "amor "
    "animales ano anos ante antes aparte apenas aprender apoyo aqui aquel aquella aquellos arriba asi atras "
    "aun aunque "
    "autoridades ayer ayuda ayudar ayuden basta bastante basura bebes bien bueno buena cada calles calle "
    "cambiar cambio "
    "caminar camino carreteras casa casas casi castigo castigos centros cerca chicos chicas cien cierto "
    "cinco clase clases clima "
    "colegios comer comida como con conmigo contra corrupcion cosas creemos creo cual cuales cualquier "
    "cuando cuanto "
    "cuantos cuatro cuidar da dame de debajo debe deben deberia deberian debemos decir decirnos dejen del "
    "delante "
    "demasiado demasiados dentro deporte derecho derechos desde despues detras dia dias diez dinero "
    "discapacidad "
    "discriminacion doce donde dormir dos drogas durante e educacion ejemplo el electricidad ella ellas "
    "ellos empleo en "
    "encima enfermedades enfermos enfrente ensenar entonces entre era eran eres es esa esas escuchen "
    "escuchar escuelas "
    "escuela ese eso esos esta estaba estamos estan estar estas este esto estos estoy estudiar estudiantes "
    "evidentemente "
    "falta faltan familia familias favor finalmente fue fueron fuera fuimos futbol generalmente gente "
    "gobierno gobiernos "
    "gracias gran grande guerra gusta gustaria ha habia hablar hace hacen hacer hacia hagan hambre han hasta "
    "hay haya "
    "hemos hermanos hermanas hice hijos hijas hizo hombres hoy huerfanos igual igualdad incluso informacion "
    "internet "
    "inundaciones ir jamas jovenes juegos jueces jugar juntos justicia la lamentablemente las le lejos les "
    "leyes ley libre "
    "libros lo los luego lugar lugares llegar llevar lluvia madre madres maestros maestro maestras mal "
    "maltrato mama manana "
    "mas matrimonio matrimonios mayor mayores me medicinas medicos medio mejor menor menores menos meses mi "
    "miedo mientras "
    "migrantes mil mis mismo mucha muchas mucho muchos muertes mujeres mundo muy nada nadie ni nietos ningun "
    "ninguna ninguno "
    "nino ninos ninas no noche noches nos nosotros nosotras nuestra nuestras nuestro nuestros nueva nuevo "
    "nueve nunca o "
    "obligan obviamente ocho ojala once otra otras otro otros padre padres paises pais palabras papa para "
    "pareciera parte "
    "parques pasa pensamos peor pequeno pequenos pero personas pesar pobres pobreza poca pocas poco pocos "
    "podemos "
    "poder podria policia policias politicos pon ponen por porque precios pregunten presidente primera "
    "primero problemas "
    "profesores pronto promesas proteger protejan proteccion publico pueblos puede pueden pues puesto que "
    "queremos "
    "quiero quien quienes quieren quisiera quince quiza quizas rapido realmente recien recreo refugiados "
    "religion respeto "
    "respeten rios robos ruido sabemos sabes salud salvo se sea sean seguridad seguro segun seis sentimos "
    "ser sera seria "
    "sexto si siempre siete sin sino sobre sola solamente solo solos somos son soy su sucede suficiente sus "
    "tal tambien "
    "tampoco tan tanta tantas tanto tantos tarde te temor tenemos tener tengo ti tiempo tiene tienen toda "
    "todas todavia "
    "todo todos trabajar trabajo tras trata trece treinta tres tu tus u ultimamente un una unas unos usted "
    "ustedes va "
    "vamos van varias varios veces vecinos vemos ver verdad vez vida viene vienen violencia vivimos viven "
    "vivir volver "
    "vosotros y ya yo pegan necesitamos necesito alumnos banos merecemos ojala llueve construyan" },
  /* Portuguese, Arabic, Bengali, Hindi: those that come beside what tells. */
  { SUIVI_WORD_COMMON,
    "as criancas eu nos nossa nosso meu minha nao os tem uma uns pela pelo quero queremos temos muitas "
    "muitos escolas "
    "في من على إلى عن مع هذا هذه أنا نحن هو هي كل لا ما لم لن أن إن قد و ثم أو التي الذي جدا بعيدة جديدة "
    "كبيرة واحدة "
    "ابتدائية خاصة حكومية آمنة ليس ليست كان كانت "
    "আমি আমার আমাদের আমরা সে তার তাদের এই সেই একটি এক এবং ও না নেই করে হয় আছে জন্য থেকে সব অনেক কোন "
    "কোনো ভালো "
    "প্রতি "
    "নতুন সরকারি বড় ছোট নিজের যে কি সাথে যেন তাই কিন্তু "
    "मैं मेरा मेरी मेरे हम हमारा हमारी हमारे वह वे यह ये एक और के की का को में से पर है हैं नहीं सब "
    "बहुत कोई अपने अपना "
    "नया सरकारी बड़ा छोटा जो कि साथ लिए भी तो" },
  { SUIVI_WORD_HARMLESS,
    "god allah lord bible quran koran dieu dios prophet islam christmas easter ramadan eid diwali paques "
    "navidad "
    "pascua semana monday tuesday wednesday thursday friday saturday sunday mondays "
    "tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july "
    "august september october november december english french spanish arabic bengali bangla urdu hindi "
    "swahili portuguese "
    "russian chinese african asian european american christian christians muslim muslims hindu hindus "
    "buddhist catholic "
    "catholics protestant africa asia europe afrique asie europa states nations united un unicef unesco undp "
    "unhcr onu oit ilo who "
    "oms upr epu upr crc cde cdn ngo ngos ong ongs hiv aids vih sida covid corona tv tvs radio internet "
    "google facebook whatsapp "
    "instagram tiktok youtube twitter telegram sms id ids pc usb dvd cd ok sos convention conventions "
    "protocol protocole "
    "protocolo committee comite comision commission council conseil consejo assembly assemblee asamblea "
    "parliament parlement "
    "parlamento congress congreso senate senado constitution constitucion ministry ministere ministerio "
    "minister ministre ministro ministries "
    "president presidente prime premier primer mr mrs republic republique republica federation kingdom state "
    "etat estado government "
    "gouvernement gobierno national nationale nacional international internacional universal periodic review "
    "universel "
    "examen periodico periodique human humans humains humanos rights droits derechos child children enfant "
    "enfants nino ninos ninas "
    "youth forum save the act acts law bill policy agenda sdg sdgs odd ods rapport report goals sustainable "
    "development "
    "declaration charter charte carta treaty tribunal supreme court cour corte high geneva geneve ginebra "
    "environment health education justice social welfare affairs gender women family finance interior home "
    "sport sports "
    "sante educacion salud justicia femme famille familia mujer finances interieur agriculture water "
    "sanitation "
    "grade form standard level year class grado clase dear hello maths mathematics science sciences english "
    "history geography "
    "internet computer football" },
  { SUIVI_WORD_MONTH,
    "january february march april may june july august september october november december jan feb mar apr "
    "jun jul aug sep "
    "sept oct nov dec janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "enero febrero "
    "marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre" },
  { SUIVI_WORD_TITLE | SUIVI_WORD_NAMES_NEXT | SUIVI_WORD_ABBREVIATION, "mr mrs ms dr mme mlle sr sra prof" },
  { SUIVI_WORD_TITLE | SUIVI_WORD_NAMES_NEXT, "mister missus" },
  { SUIVI_WORD_TITLE, "m miss madam madame mademoiselle monsieur maitre maitresse docteur doctor professor "
                      "professeur profesor profesora "
                      "senor senora senorita don dona tio tia tonton tata tantie uncle auntie aunt teacher "
                      "sir sister brother father mother "
                      "mama papa grandma grandpa granny headmaster headmistress headteacher principal coach "
                      "pastor pasteur reverend rev "
                      "bishop imam sheikh sheik cheikh shaikh chief headman chef oncle tante pere padre "
                      "madre soeur frere hermana hermano "
                      "hermanito maestro maestra sensei bwana bibi ustaz ustad maulana rabbi captain "
                      "sergeant inspector officer "
                      "king queen nurse         " },
  { SUIVI_WORD_ABBREVIATION, "rev st ste sta jr no nos" },
  { SUIVI_WORD_PLACE_CUE, "in from near at outside around towards toward behind a au aux en vers pres depuis "
                          "desde cerca hacia sur visit visited "
                          "к в из" },
  { SUIVI_WORD_PLACE, "village villages town city district province county region state ward parish camp "
                      "settlement compound township slum "
                      "neighbourhood neighborhood island islands river lake mountain hill valley market "
                      "bridge junction station road street "
                      "avenue lane rue quartier ville commune departement prefecture canton cercle wilaya "
                      "ile riviere fleuve lac "
                      "marche gare pueblo barrio ciudad distrito provincia municipio departamento aldea "
                      "comunidad colonia vereda "
                      " rio lago calle avenida carrera plaza mercado favela bairro aldeia boma gaon thana "
                      "upazila taluka mohalla "
                      "barangay kampung desa" },
  { SUIVI_WORD_STREET, "street road avenue lane rue calle avenida carrera boulevard str rd ave jalan rua" },
  { SUIVI_WORD_ADDRESS,
    "house plot flat apartment box maison parcelle appartement casa apartamento lote apartado bp" },
  { SUIVI_WORD_SCHOOL, "school schools academy college university institute kindergarten nursery madrasa "
                       "madrassa church cathedral chapel mosque temple "
                       "monastery convent mission parish orphanage shelter hospital clinic club centre "
                       "center foundation association ecole lycee "
                       "college universite institut maternelle eglise mosquee paroisse orphelinat foyer "
                       "hopital clinique dispensaire fondation escuela "
                       "colegio liceo instituto universidad jardin iglesia mezquita parroquia orfanato "
                       "orfelinato hogar hospital clinica centro "
                       "fundacion albergue escola igreja creche team equipe equipo" },
  { SUIVI_WORD_ADJUNCT, "primary secondary high basic elementary middle junior senior public private "
                        "government community catholic islamic christian "
                        "boarding day girls boys international children s youth technical health primaire "
                        "secondaire publique public privee "
                        "prive technique catholique islamique primaria secundaria publica publico privada "
                        "privado tecnica tecnico catolica infantil "
                        "football sports drama church called named name appelee appele nommee nomme llamada "
                        "llamado denominada is est es" },
  { SUIVI_WORD_SAINT, "saint st ste sainte san santa santo sta sao notre nuestra" },
  { SUIVI_WORD_LINK,
    "of de du des d la le l del los las do da dos das bin bint ibn al el ould van von der den y e the" },
  { SUIVI_WORD_FAMILY, "father mother dad mum mom uncle aunt auntie brother sister grandfather grandmother "
                       "grandpa grandma stepfather stepmother "
                       "son daughter cousin nephew niece husband wife guardian pere mere papa maman oncle "
                       "tante frere soeur cousine fils fille neveu "
                       " femme tuteur padre madre tio tia hermano hermana abuelo abuela primo prima hijo "
                       "hija sobrino sobrina padrastro madrastra "
                       "esposo esposa grandson granddaughter nieto nieta" },
  { SUIVI_WORD_OFFICE, "headman headwoman chief chieftain king queen mayor governor minister imam pastor "
                       "priest bishop sheikh headteacher headmaster "
                       "headmistress principal teacher councillor chairman chairperson president judge "
                       "magistrate commissioner policeman "
                       "policewoman officer soldier general commander ambassador mp doctor nurse chef maire "
                       "prefet gouverneur ministre pasteur "
                       "pretre eveque directeur directrice maitre maitresse professeur enseignant "
                       "enseignante infirmiere medecin juge commissaire "
                       "gendarme policier militaire depute notable alcalde alcaldesa jefe cacique gobernador "
                       "gobernadora ministro ministra cura "
                       "parroco sacerdote obispo director directora maestro maestra profesor profesora "
                       "enfermera medico juez comisario policia "
                       "militar diputado lider" },
  { SUIVI_WORD_BETWEEN,
    "is was the a an our my her his their s of who works as became village local town school est etait le la "
    "l un une du "
    "de d des qui notre mon ma son sa es era el del al que como mi su nuestro nuestra comme" },
  { SUIVI_WORD_YEARS, "ans an anos ano سنة عاما عام سنوات বছর वर्ष साल лет года miaka" },
  { SUIVI_WORD_AGE_AFTER, "yrs yo বছরের" },
  { SUIVI_WORD_AGE_CUE, "aged age turned turning edad edades âge agee عمري عمره عمرها বয়স उम्र आयु возраст" },
  { SUIVI_WORD_DURATION, "depuis pendant dans durant apres tous chaque encore pour hace durante por cada "
                         "dentro tras desde for since within in منذ "
                         "خلال لمدة environ en" },
  { SUIVI_WORD_BOUND, "under below over until before than least most up moins plus jusqu avant menores menos "
                      "mayores mas hasta minimum "
                      "maximum between entre from" },
  { SUIVI_WORD_RANGE, "to and or a et ou y o e al till until" },
  { SUIVI_WORD_UNIT,
    "km kilometre kilometres kilometer kilometers metre metres meters miles mile hour hours minute minutes "
    "day days week weeks "
    "month months percent times of heure heures jour jours semaine semaines mois fois hora horas minuto "
    "minutos dia dias semana "
    "semanas mes meses kilometros metros veces de brothers sisters children kids girls boys out in per" },
  { SUIVI_WORD_BORN, "born birthday birthdate dob birth nee ne naquis naissance anniversaire naci nacio "
                     "nacida nacido nacimiento cumpleanos مواليد "
                     "ولدت জন্ম जन्म" },
  { SUIVI_WORD_DOMAIN, "com org net info edu gov int biz mil co bd pk zm ke ng za fr ch uk ug tz np mx ar pe "
                       "cl br ci sn ml ma tn dz eg" },
  { SUIVI_WORD_SCHOOL_NEXT, "st saint ste sainte san santa مدرسة جامعة مسجد كنيسة نادي ميتم روضة" },
  { SUIVI_WORD_PLACE_NEXT, "قرية مدينة حي مخيم محافظة شارع ولاية" },
  { SUIVI_WORD_SCHOOL_BEFORE, "বিদ্যালয় বিদ্যালয়ে বিদ্যালয়ের স্কুল স্কুলে স্কুলের মাদ্রাসা মাদ্রাসায় মসজিদ विद्यालय स्कूल "
                              "मस्जिद मंदिर" },
  { SUIVI_WORD_PLACE_BEFORE, "গ্রাম গ্রামে গ্রামের জেলা জেলায় জেলার উপজেলা उपजिला गाँव गांव जिला जिले शहर" },
  { SUIVI_WORD_NAMES_NEXT, "اسمي اسمه اسمها أدعى" },
};

/* A few words, parted by commas; an apostrophe and a hyphen part words. */
static const Words phrases[] = {
  { SUIVI_WORD_NAMES_NEXT, "my name is,my names are,my name s,name is,i am called,i m called,they call "
                           "me,people call me,he is called,she is called,"
                           "his name is,her name is,s name is,whose name is,je m appelle,je me nomme,mon nom "
                           "est,mon prenom est,m appelle,s appelle,"
                           "on m appelle,me llamo,mi nombre es,se llama,me dicen,me llaman,su nombre es,meu "
                           "nome e,me chamo,se chama,jina langu ni,"
                           "меня зовут,আমার নাম,তার নাম,मेरा नाम,उसका नाम" },
  { SUIVI_WORD_PLACE_NEXT, "village of,town of,city of,district of,province of,camp of,village "
                           "called,village named,town called,village de,ville de,quartier de,"
                           "commune de,district de,province de,camp de,pueblo de,aldea de,barrio de,ciudad "
                           "de,municipio de,provincia de,"
                           "comunidad de,comunidad llamada,pueblo llamado,"
                           "i live in,we live in,i lived in,we lived in,i stay in,i come from,we come from,i "
                           "am from,i m from,we are from,j habite a,"
                           "j habite,nous habitons a,je vis a,je viens de,nous venons de,je suis a,vivo "
                           "en,vivimos en,soy de,somos de,vengo de" },
  { SUIVI_WORD_PLACE_CUE, "come from,comes from,live in,lives in,close to,next to,moved to,went to,viens "
                          "de,vient de,pres de,loin de,originaire de,"
                          "soy de,vengo de,es de,viene de,cerca de,lejos de,out of,way to,road to" },
  { SUIVI_WORD_AGE_AFTER, "years old,year old,years of age,year of age,yrs old,yr old,y o,months old,ans "
                          "revolus,anos de edad,anos cumplidos" },
  { SUIVI_WORD_AGE_CUE, "i am,i m,i was,i am only,i m only,i was only,i am just,i am now,i turned,my age "
                        "is,age is,age of,she is,he is,she was,he was,"
                        "she s,he s,who is,who was,is only,is just,was only,age de,agee de,j ai,edad "
                        "de,cumpli,ya cumpli,mi edad es" },
  { SUIVI_WORD_DURATION, "il y a,y a,a cause" },
  { SUIVI_WORD_BORN, "date of birth,date de naissance,fecha de nacimiento,was born" },
  { SUIVI_WORD_ADDRESS, "house number,house no,plot number,plot no,p o box,po box,box number,b p,casa "
                        "numero,maison numero,flat number" },
};

/* Numbers in words: ages of children, "four" (nobody says "I am three" in a consultation) to "nineteen". */
static const struct
{
  guint number;
  const char *words;
} numbers[] = {
  { 4, "four quatre cuatro" },
  { 5, "five cinq cinco" },
  { 6, "six seis" },
  { 7, "seven sept siete" },
  { 8, "eight huit ocho" },
  { 9, "nine neuf nueve" },
  { 10, "ten dix diez" },
  { 11, "eleven onze once" },
  { 12, "twelve douze doce" },
  { 13, "thirteen treize trece" },
  { 14, "fourteen quatorze catorce" },
  { 15, "fifteen quinze quince" },
  { 16, "sixteen seize dieciseis" },
  { 17, "seventeen diecisiete" },
  { 18, "eighteen dieciocho" },
  { 19, "nineteen diecinueve" },
};

static void
add_words (GHashTable *table, guint uses, const char *words, const char *separator)
{
  g_auto (GStrv) parts = g_strsplit (words, separator, -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *folded = suivi_text_fold (*part);
      guint before = GPOINTER_TO_UINT (g_hash_table_lookup (table, folded));

      g_hash_table_insert (table, folded, GUINT_TO_POINTER (before | uses));
    }
}

static GHashTable *
make_uses (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (single_words); i++)
    add_words (table, single_words[i].uses, single_words[i].words, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (phrases); i++)
    add_words (table, phrases[i].uses, phrases[i].words, ",");

  return table;
}

static GHashTable *
make_numbers (void)
{
  GHashTable *table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    add_words (table, numbers[i].number, numbers[i].words, " ");

  return table;
}

/**
 * suivi_revealing_words_look_up:
 * @folded: a word, or up to %SUIVI_LONGEST_PHRASE words with a space between them, from suivi_text_fold()
 *
 * Returns: its uses (#SuiviWordUse); 0 for a word that is not in the tables
 */
guint
suivi_revealing_words_look_up (const char *folded)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) make_uses ());

  return GPOINTER_TO_UINT (g_hash_table_lookup ((GHashTable *) table, folded));
}

/**
 * suivi_revealing_words_get_number:
 * @folded: a word, from suivi_text_fold()
 *
 * Returns: the number that it means, 4 to 19; 0 for none
 */
guint
suivi_revealing_words_get_number (const char *folded)
{
  static gsize table = 0;

  if (g_once_init_enter (&table))
    g_once_init_leave (&table, (gsize) make_numbers ());

  return GPOINTER_TO_UINT (g_hash_table_lookup ((GHashTable *) table, folded));
}
