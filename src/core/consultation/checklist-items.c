/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/checklist-items.h"

/* Committee on the Rights of the Child, general comment 12 (2009), para 134 (a)-(i), in our own words. */
const SuiviRequirement suivi_checklist_requirements[SUIVI_N_REQUIREMENTS] = {
  { "a", N_ ("Transparent and informative"),
    N_ ("Children know that they have a right to be heard, what the process is for, how far it can go"
        " and what will happen with what they say; the information is full, easy to get, mindful of "
        "diversity and fits their age.") },
  { "b", N_ ("Voluntary"),
    N_ ("No child is pushed to speak against their wish; every child knows that they can stop at any "
        "time.") },
  { "c", N_ ("Respectful"),
    N_ ("Adults and other children take views seriously; children can start ideas of their own; "
        "adults know the family, school, cultural and work setting of the child's life.") },
  { "d", N_ ("Relevant"),
    N_ ("Children speak about things that matter to their lives and can use what they know; they can "
        "also put forward what they think is important.") },
  { "e", N_ ("Child-friendly"),
    N_ ("Places, methods, time and resources fit the children's age and abilities, so that they are "
        "well prepared and confident.") },
  { "f", N_ ("Inclusive"),
    N_ ("Existing discrimination is not repeated; children in the margins, girls and boys, and "
        "different ages can take part; children are not treated as one group; the process respects "
        "all cultures.") },
  { "g", N_ ("Supported by training"),
    N_ ("Adults have the skills to listen, to work with children and to involve them according to "
        "their evolving capacities; children get training too, and can train others.") },
  { "h", N_ ("Safe and sensitive to risk"),
    N_ ("Adults are responsible for the children: they reduce the risk of violence, exploitation and "
        "other harm, have a protection plan known to all, and children know where to get help. For "
        "work towards the UN a clear child-protection policy is required.") },
  { "i", N_ ("Accountable"),
    N_ ("Children learn how their views were understood and used, can question the result, take part "
        "in evaluation and follow-up, and are told what came of it.") },
};

/* Edition 1. Own wording; what each item rests on stands in the facts of the project
 * (safeguarding_checklist): general comment 12, Save the Children's nine basic requirements, Keeping Children
 * Safe's standards, UNICEF's principles for reporting on children, and data protection practice. */
#define MUST   TRUE
#define SHOULD FALSE
#define BEFORE FALSE
#define AFTER  TRUE
static const SuiviChecklistItem edition_1[] = {
  { "a1", "a",
    N_ ("A written information sheet in plain language says who we are, what the UPR is, why children"
        " are asked, what we will do with their words and what we cannot promise"),
    N_ ("the file"), MUST, BEFORE },
  { "a2", "a",
    N_ ("There is a version for each age group and language of the children, and a spoken or picture "
        "version where needed"),
    "", MUST, BEFORE },
  { "a3", "a", N_ ("The sheet says that reports to the UN are public and can be read by the government"), "",
    MUST, BEFORE },
  { "a4", "a", N_ ("Parents or guardians and partner organisations got the same information"), "", MUST,
    BEFORE },
  { "a5", "a", N_ ("The dates of the UPR steps and of our feedback to children are given"), N_ ("the dates"),
    SHOULD, BEFORE },
  { "a6", "a", N_ ("A named contact person for questions and complaints is on the sheet"), N_ ("the name"),
    MUST, BEFORE },
  { "b1", "b",
    N_ ("Each child gave assent after having had time to ask questions; the date and the form "
        "(signed, spoken, drawn) are noted"),
    N_ ("the date"), MUST, BEFORE },
  { "b2", "b",
    N_ ("A parent or legal guardian gave written consent, or the reason is recorded why this is not "
        "possible or would put the child at risk, with the alternative used and who approved it"),
    N_ ("the date"), MUST, BEFORE },
  { "b3", "b",
    N_ ("Consent is asked separately for taking part, for being quoted, for photo, sound or film, for"
        " travel and for contact later"),
    N_ ("which of the five are asked"), MUST, BEFORE },
  { "b4", "b",
    N_ ("Children know how to stop or withdraw a quote, and until when (before submission); "
        "withdrawing has no bad effect"),
    "", MUST, BEFORE },
  { "b5", "b", N_ ("No payment, gift, mark or pressure makes it hard to say no; costs are refunded"), "",
    MUST, BEFORE },
  { "b6", "b", N_ ("Consent is asked again when the purpose changes or when a new cycle starts"),
    N_ ("the date"), MUST, BEFORE },
  { "b7", "b", N_ ("Withdrawals are logged and carried through all drafts"), N_ ("the list"), MUST, AFTER },
  { "c1", "c", N_ ("Adults agreed on a code of conduct for work with children and signed it"), "", MUST,
    BEFORE },
  { "c2", "c",
    N_ ("What children said stays in their words in the record; changes for length or grammar are "
        "checked with them"),
    "", SHOULD, AFTER },
  { "c3", "c",
    N_ ("Children decide how they are named (own name only if safe, otherwise invented name or none)"),
    N_ ("what was chosen"), MUST, BEFORE },
  { "c4", "c", N_ ("Ideas started by children are listed and get an answer"), N_ ("the list"), SHOULD,
    AFTER },
  { "c5", "c", N_ ("Times fit school, work and family duties"), "", SHOULD, BEFORE },
  { "c6", "c", N_ ("Texts describe children with dignity, without blame, pity or details that expose them"),
    "", MUST, AFTER },
  { "d1", "d", N_ ("Children took part in choosing the issues, or can add issues to ours"), "", SHOULD,
    BEFORE },
  { "d2", "d",
    N_ ("Each point in the submission that is said to come from children links to a record of a "
        "consultation"),
    N_ ("the link"), MUST, AFTER },
  { "d3", "d",
    N_ ("Children are asked about their own experience only as far as needed for the purpose; nobody "
        "is asked to tell a story of violence"),
    "", MUST, BEFORE },
  { "d4", "d", N_ ("What is taken on board and what is not is explained"), N_ ("a few words"), SHOULD,
    AFTER },
  { "d5", "d", N_ ("The request fits the step of the UPR where it can still have an effect"), N_ ("the date"),
    SHOULD, BEFORE },
  { "e1", "e", N_ ("The place is known, safe, accessible and has toilets, water, breaks and food"), "", MUST,
    BEFORE },
  { "e2", "e",
    N_ ("Methods fit the ages (small groups, drawing, play, anonymous cards, online form with easy "
        "words)"),
    N_ ("a few words"), SHOULD, BEFORE },
  { "e3", "e", N_ ("There is enough time to prepare, at least one session before the consultation itself"),
    N_ ("the dates"), SHOULD, BEFORE },
  { "e4", "e", N_ ("Child-friendly versions of the UPR, the recommendations and our submission exist"),
    N_ ("the file"), SHOULD, BEFORE },
  { "e5", "e",
    N_ ("Online work uses a safe tool: closed room, no public recording, no full names on screen, two"
        " adults present"),
    "", MUST, BEFORE },
  { "e6", "e", N_ ("Interpreters and sign language are arranged where needed"), "", SHOULD, BEFORE },
  { "f1", "f",
    N_ ("The plan says which groups of children are usually left out here and how they are reached"),
    N_ ("a few words"), MUST, BEFORE },
  { "f2", "f",
    N_ ("Numbers are kept by age group, gender and other groups only as far as children agree and as "
        "far as nobody can be identified (no cell below 5)"),
    N_ ("the table"), MUST, AFTER },
  { "f3", "f", N_ ("Children with disabilities can take part with the help they need"), "", MUST, BEFORE },
  { "f4", "f", N_ ("Girls can meet without boys, and younger children without older ones, if they wish"), "",
    SHOULD, BEFORE },
  { "f5", "f",
    N_ ("Children were not picked only by adults or only among the best speakers; the way of choosing"
        " is written down"),
    N_ ("a few words"), SHOULD, BEFORE },
  { "f6", "f", N_ ("Costs (travel, data, care) do not keep children away"), "", SHOULD, BEFORE },
  { "g1", "g",
    N_ ("Every adult in contact with children had a background check where the law allows it, and "
        "references"),
    "", MUST, BEFORE },
  { "g2", "g",
    N_ ("Every adult had training on safeguarding and on how to work with children in the last two "
        "years"),
    N_ ("the date"), MUST, BEFORE },
  { "g3", "g", N_ ("Children had training on the UPR and on their rights before they were asked"),
    N_ ("the date"), SHOULD, BEFORE },
  { "g4", "g",
    N_ ("Facilitators know how to react when a child tells of abuse: listen, do not promise secrecy, "
        "report by the set path"),
    "", MUST, BEFORE },
  { "g5", "g", N_ ("Interpreters and note takers had the same briefing"), "", MUST, BEFORE },
  { "h1", "h", N_ ("A safeguarding policy exists, is signed by all, and names a focal person and a deputy"),
    N_ ("the file and the names"), MUST, BEFORE },
  { "h2", "h",
    N_ ("A written risk assessment covers this activity, with a level, measures and an owner; it is "
        "looked at again before each UPR step"),
    N_ ("the file and the date"), MUST, BEFORE },
  { "h3", "h",
    N_ ("The path for reporting worries is written down: whom to call, within how many hours, what "
        "goes to authorities, what stays confidential"),
    N_ ("a few words"), MUST, BEFORE },
  { "h4", "h",
    N_ ("A list of local services (health, psychosocial, legal, protection, helpline) was checked "
        "this year, and children got it"),
    N_ ("the list and the date"), MUST, BEFORE },
  { "h5", "h",
    N_ ("Risk of reprisals against children, families and organisations was assessed for each step "
        "(consultation, submission, pre-session, media, return home)"),
    N_ ("a few words"), MUST, BEFORE },
  { "h6", "h",
    N_ ("If there is a risk of reprisals: no names, no places, no photos, summary only, and a "
        "decision whether to submit at all"),
    N_ ("what was decided"), MUST, BEFORE },
  { "h7", "h",
    N_ ("Photos, sound and film: own consent for each use, no uniform, school, house or place name, "
        "no geotags, file names without names, stored apart, deletion date set"),
    N_ ("which of the six are seen to"), MUST, BEFORE },
  { "h8", "h",
    N_ ("Only data that are needed are kept; names and consent forms are kept apart from statements, "
        "locked or encrypted, with few people having access and a date for deletion"),
    N_ ("the date"), MUST, BEFORE },
  { "i1", "i",
    N_ ("Children get feedback in a form they understand after each main step (submission sent, "
        "review held, outcome adopted, mid-term)"),
    N_ ("the dates"), MUST, AFTER },
  { "i2", "i", N_ ("Feedback says what was used, what was changed, what was left out and why"),
    N_ ("a few words"), MUST, AFTER },
  { "i3", "i", N_ ("Children can complain safely about us, and complaints get an answer within a set time"),
    N_ ("within how many days"), MUST, BEFORE },
  { "i4", "i", N_ ("Children take part in evaluation and in planning the follow-up"), "", SHOULD, AFTER },
  { "i5", "i",
    N_ ("The claim “children were consulted” in a report gives number, age range, method and date, "
        "and nothing that identifies a child"),
    N_ ("a few words"), MUST, AFTER },
  { "i6", "i", N_ ("A person in charge reports once a year on safeguarding incidents and lessons"),
    N_ ("the date"), SHOULD, BEFORE },
};

const SuiviChecklistEdition suivi_checklist_editions[] = {
  { edition_1, G_N_ELEMENTS (edition_1) },
};
const guint suivi_checklist_n_editions = G_N_ELEMENTS (suivi_checklist_editions);
