import type { Chance, Weights } from './chance.ts';

/**
 * Pools of names, picked by the weights of domain.md section 10.
 *
 * The pool a name came from is never kept: no attribute of a made-up person follows from
 * it, and given and family names may come from different pools.
 */
interface Pool {
  readonly given: readonly string[];
  readonly family: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

const BRITISH_AND_IRISH: Pool = {
  given: words(`
    Sarah Emma Claire Rachel Helen Joanne Lisa Karen Michelle Nicola Louise Julie Alison Susan
    Jane Catherine Elizabeth Rebecca Laura Amanda Tracey Deborah Jennifer Gemma Hannah Charlotte
    Kelly Angela Samantha Victoria Kate Lucy Amy Jessica Heather Fiona Gillian Lorraine Maureen
    Sinead Aoife Bridget Siobhan Niamh Bethan Carys Rhian Kirsty Morag Isla Beth Ellie Megan
    Abigail Zoe Natalie Stephanie Ruth Wendy Diane Judith Linda Christine Rosemary Jacqueline
    David Andrew Mark Paul Stephen Michael James John Peter Simon Ian Robert Matthew Daniel Neil
    Kevin Sean Liam Gareth Callum Martin Philip Graham Tom Ben
  `),
  family: words(`
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Evans Walker
    White Roberts Green Hall Wood Jackson Clarke Harrison Edwards Hughes Turner Hill Moore Cooper
    Ward Morris King Baker Lewis Harris Martin Allen Parker Bennett Shaw Cook Richardson Marshall
    Collins Carter Bailey Gray Cox Mitchell Murphy Kelly Walsh Byrne Ryan Doyle Gallagher Kennedy
    Lynch Murray Quinn Brennan Burke Campbell Stewart Fraser Ross Henderson Booth Holt Barlow
    Pickering Ashworth Hardcastle Metcalfe Sutcliffe Thwaite Trelawny Penrose Tremain Pascoe
    Rowe Hocking Fenwick Charlton Robson Dodds Armstrong Birch Lowe Marsh Pearce Webb Gibbs
    Hobbs Fletcher Barker Kirk Holmes Nolan Farrell Whittaker Greenwood Crossley Lister
  `),
};

const AFRICAN_AND_CARIBBEAN: Pool = {
  given: words(`
    Grace Blessing Joy Patience Mercy Comfort Faith Precious Ngozi Chioma Adaeze Folake Funmi
    Yetunde Abena Akosua Efua Adwoa Tendai Rudo Chipo Tsitsi Nyasha Thandiwe Marcia Yvonne
    Beverley Sharon Shanice Keisha Donna Paulette Marlene Emmanuel Kwame Kofi Tunde Chidi
    Tafadzwa Farai Delroy Winston Desmond Leroy Samuel Joseph
  `),
  family: words(`
    Adeyemi Okafor Okonkwo Eze Balogun Ogunleye Adebayo Nwosu Mensah Owusu Boateng Asante Osei
    Appiah Moyo Ncube Sibanda Dube Ndlovu Chikwanda Mutasa Kamara Sesay Mohamed Abdi Hassan
    Campbell Grant Francis Gordon Morgan Reid Henry Daley Bailey Palmer Blake Thomas
  `),
};

const ASIAN: Pool = {
  given: words(`
    Priya Aisha Fatima Sunita Nisha Anita Meera Kavita Harpreet Jasvinder Manpreet Gurpreet Rupinder
    Shazia Nasreen Samina Farah Zainab Nazia Rukhsana Sadia Tahmina Shirin Mei Ling Yan Siew
    Arjun Imran Rajesh Sanjay Amir Bilal Tariq Kamran Vikram
  `),
  family: words(`
    Patel Khan Ahmed Singh Kaur Begum Hussain Ali Shah Sharma Gill Sandhu Dhillon Chowdhury Rahman
    Islam Uddin Miah Mistry Desai Joshi Nair Pillai Iyer Perera Fernando Chan Wong Li Chen Tan
    Mahmood Akhtar Iqbal Malik Bashir
  `),
};

const OTHER_EUROPEAN: Pool = {
  given: words(`
    Anna Katarzyna Magdalena Agnieszka Ewa Joanna Ioana Elena Andreea Maria Ana Carla Sofia
    Giulia Chiara Marta Ines Anke Greta Rasa Ilze Piotr Tomasz Andrei Marco Joao Pedro
  `),
  family: words(`
    Nowak Kowalska Wojcik Kaminski Lewandowska Popescu Ionescu Radu Silva Santos Ferreira Costa
    Garcia Fernandez Lopez Rossi Ricci Bianchi Weber Schmidt Kazlauskas Petrov Ivanova Horvath
  `),
};

const POOLS: Weights<Pool> = [
  [BRITISH_AND_IRISH, 70],
  [AFRICAN_AND_CARIBBEAN, 13],
  [ASIAN, 6],
  [OTHER_EUROPEAN, 7],
];
/** Families in which names of two pools meet. */
const MIXED_SHARE = 0.04;

/** Draws a given and a family name. */
export function drawName(chance: Chance): { readonly given: string; readonly family: string } {
  const pool = chance.weighted(POOLS);
  const other = chance.one(MIXED_SHARE) ? chance.weighted(POOLS) : pool;
  return { given: chance.pick(pool.given), family: chance.pick(other.family) };
}

/** A family name as someone has it who married or separated since. */
export const drawFamilyName = (chance: Chance): string =>
  chance.pick(chance.weighted(POOLS).family);
