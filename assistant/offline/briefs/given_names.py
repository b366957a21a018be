"""Given names: common ones of many countries, to tell whom a message goes to.

Names that are mostly other words are left out.
"""

GIVEN_NAMES = frozenset(
    """
aaron abby abdul abdullah abel abigail ada adam addison adele adeline aditi aditya adrian adriana agata agnes
agnieszka ahmad ahmed aidan aiden aiko aisha aisling ajay akash akira alan albert alberto alejandra alejandro
aleksandra alessandra alessandro alex alexa alexander alexandra alexis alfonso alfred ali alice alicia alina
alison alistair allison alok alvaro alyssa amanda amara amelia amelie amina amir amit amy ana anais anand
anastasia andre andrea andreas andrei andres andrew andrzej andy angela angelica angelina angus anika anil anita
anja anke ankit ann anna annabel anne annette annie anthony anton antonia antonio anya apoorva archana ariana
ariel arjun arman arnav arthur arun arya asha ashish ashley ashwin asma astrid athena audrey aurelie ava avery
axel ayaan ayesha aylin ayumi barbara barry bart bartosz beata beatrice beatrix beatriz becky ben benedict
benjamin bernadette bernard bernd beth bethany betty bhavna bianca bilal bill billy bjorn blake bob bonnie boris
brad bradley brandon brenda brendan brent brett brian bridget brigitte britta brittany brooke bruce bruno bryan
bryce caitlin callum cameron camila camille candace carl carla carlos carly carmen carol carole carolina
caroline carrie carsten casey cassandra cassie catalina catherine cathy cecilia cedric celeste celia celine
charlene charles charlie charlotte chelsea cherie cheryl chiara chidi chinedu chioma chloe chris chrissy christa
christian christina christine christoph christopher chuck cindy claire clara clare clarence clark claude claudia
clement clive cody colin colleen connor conor corey cory courtney craig cristian cristina curtis cynthia cyril
daisuke daisy damian damien dan dana daniel daniela danielle danny daphne daria darius darren dave david dean
deanna deb debbie deborah deepa deepak deepika deirdre delia denis denise dennis derek desmond devon dharma
diana diane diego dieter dimitri dina dinesh divya dmitri dmitry dolores dominic dominik dominique donald donna
dora doris dorothy doug douglas drew duncan dustin dylan eddie edgar edith edmund eduardo edward edwin eileen
elaine eleanor elena eleni eli elias elif elijah elin elisa elisabeth elise eliza elizabeth ella ellen ellie
elliot elliott elsa emil emilia emilie emily emma emmanuel emre enrico enrique eric erica erik erika erin ernest
ernesto esha esteban esther ethan eugene eun eva evan evelyn ewa fabian fabio faisal fatima fatma federica
federico felicia felicity felipe felix fernanda fernando finn fiona flora florence florian frances francesca
francesco francine francis francisco franck francois frank franz fred freddie frederic frederick freya frida
fritz gabe gabriel gabriela gabrielle gail gareth garrett gary gaurav gavin gemma genevieve geoff geoffrey
george georgia georgina gerald gerard gerd geri giada gianna gilbert gina giorgia giorgio giovanni gita giulia
giuseppe glen gloria gonzalo gordon grace graham greg gregor gregory greta guido guillaume gustav gustavo gwen
hamid hana hank hannah hannes hans harald harini haris harish harold harpreet harriet harry haruka haruto harvey
hassan hayley heath heather hector heidi heike heinz helen helena helene helga hema henri henrik henry herbert
hideo hilary hiro hiroshi holger holly howard huda hugh hugo hussein ian ibrahim igor ilona ilya imani imran
ines inga inge ingrid inigo irene irina iris irma isaac isabel isabella isabelle isha ishaan isla ismail ivan
ivana ivy iwona jack jackie jacob jacqueline jacques jade jaime jake jakob jakub jamal james jamie jan jana jane
janet janice janine jared jarek jasmin jasmine jason jasper javier jay jaya jayden jeanette jeff jeffrey jen
jenna jennifer jenny jens jeremy jerome jerry jess jesse jessica jesus jill jim jimmy jin jo joan joana joanna
joanne joao jochen jodi jody joe joel joelle joerg johan johanna johannes john johnny jon jonas jonathan jordan
jorge jose josefina joseph josephine josh joshua joy joyce juan juanita judith judy jules julia julian juliana
julie juliet juliette julio julius jung junior justin justine justyna jutta jyoti kabir kai kaitlyn kamal kamala
kamila kanika karan kareem karen karim karin karina karl karla karolina karsten karthik kasia kate katerina
katharina katherine kathleen kathryn kathy katie katrin katrina katy kavita kavya kaya kayla kazuki keith kelly
kelsey ken kenji kenneth kenta kevin khadija khalid kim kimberly kiran kirill kirsten kirsty klara klaus koji
komal konrad kris krishna kristen kristin kristina krzysztof kumar kunal kurt kwame kyle kyoko lakshmi lana lara
larisa larry lars latoya laura lauren laurence laurent lauri lea leah leandro lee leena leila lena lenny leo
leon leonard leonardo leslie leticia levi lewis li lia liam lidia lila lilian liliana lily lina linda lindsay
lindsey ling linus lionel lisa liz liza lizzie loic lola lorena lorenzo lori lorraine louis louisa louise luc
luca lucas lucia luciana lucy luigi luis luisa luka lukas lukasz luke luna luz lydia lyle lynn maciej mackenzie
maddie madeleine madison mae magda magdalena maggie magnus mahesh mai maja malcolm malik malin mallory mandy
manish manoj manon manuel manuela mara marc marcel marcela marcelo marcia marcin marco marcos marcus margaret
margarita margot maria mariam marian mariana marianne marie marieke marija marilyn marina mario marion marisa
mariya marjorie mark marko markus marlene marta martha martin martina martine marvin mary maryam masha matheus
mathias mathieu mathilde matilda matt matteo matthew matthias maud maura maureen maurice max maxim maxime maya
meera megan megha mehmet mei mel melanie melinda melissa mercedes meredith mia michael michaela michal micheal
michel michele michelle mick miguel mihai mika mike mikhail mila milan milena mimi min mina miranda miriam
miroslav misha mitch mitchell miyuki mohamed mohammad mohammed mohan mohit moira molly mona monica monika
monique morgan moritz moses muhammad mukesh murali murat muriel mustafa myra nabil nadia nadine naima nancy
nandini naomi natalia natalie natasha nate nathalie nathan nathaniel navya neal neeraj neha neil nelson nia
niamh nicholas nick nicki nico nicola nicolas nicole nidhi niels nigel nikhil nikita niklas nikola nikolai nila
nils nina nisha nishant noah noel noelle noemi noor nora norbert noriko norma nuno nuria oana octavia odette
oksana ola olaf oleg olga olive oliver olivia olivier omar oren orla osama oscar oskar otto owen pablo padma
paige palak pallavi palle pamela paolo parth parul pascal patricia patricio patrick patrik patty paul paula
paulina pauline paulo pavel pawel pedro peggy penelope perla pete peter petra phil philip philipp philippe
phillip phoebe pierre pilar piotr polly pooja poonam prakash pranav prashant pratik preeti priscilla priya
priyanka przemek puja qing quentin quinn rachel rachelle radhika rafael rafal rahul raj rajan rajesh rajiv
rakesh ralf ralph rama raman ramesh ramon ramona ramya randy ranjit raphael raquel rasmus raul ravi raymond
rebecca reed reggie regina reiko reinhard rekha rena renata renate rene renee reza rhea rhiannon rhonda ricardo
riccardo richard rick ricky riley rina rishi rita ritu rob robbie robert roberta roberto robin robyn rodolfo
rodrigo roger rohan rohit roland rolf roman romina ron ronald ronan rosa rosalie rosario rose rosemary rosie
ross rowan roxana roy ruby rudolf rui rupa rupert russ russell ruth ryan ryo sabine sabrina sachin sadia sai
sakura sally salma salman salvador sam samantha sameer samir samira samuel sandeep sander sandra sandy sanjay
sanjeev sanna santiago sara sarah sasha satoshi saul saurabh scott sean sebastian seema selena selin selma
serena sergei sergey sergio seth shane shannon sharon shaun shawn shea sheila shelby shelley sherry shirley shiv
shivani shreya shruti shu shweta sid siddharth sienna sigrid silke silvia simon simona simone sinead siobhan
sneha sofia sofie solange somchai sonal sonali sonia sonja sophia sophie soren spencer stacey stacy stan
stanislav stefan stefania stefanie stella stephan stephanie stephen steve steven stu stuart sue sujata sukhdeep
sumit sunil sunita suresh susan susana susanna susanne susie suzanne suzy sven svetlana swati sybil sylvia
sylvie szymon tadeusz takashi takeshi tamar tamara tammy tanja tanya tara tariq tasha tatiana taylor ted teo
terence teresa teri terry tess tessa thea theo theodore theresa therese thiago thierry thomas thorsten tiago
tiffany tilda tim timo timothy tina tobias toby todd tom tomas tomasz tommy toni tony torsten tracey traci tracy
travis trevor tricia trina trish trisha tristan trudy tudor tyler tyrone udo ulla ulrich ulrike uma umar umesh
ursula usha uta uwe vaibhav valentin valentina valeria valerie vanessa varun vasilis veena vera verena veronica
veronika vic vicki victor victoria vidya vijay vikas vikram viktor viktoria vinay vince vincent vineet viola
violet virginia vishal vivek vivian viviana vlad vladimir wade walt walter wanda wei wendy werner wes whitney
wiebke wilhelm will william willow winston wojciech wolfgang xavier xiao ximena xin xinyi yael yamini yana
yannick yara yash yasmin yasmine yasuko yelena ying yoko yolanda yosef yousef yuan yuki yuko yulia yumi yuri
yusuf yves yvette yvonne zach zachary zack zahra zainab zane zara zelda zeynep zoe zofia zoran zuzana
""".split()
)
"""Lower case."""
