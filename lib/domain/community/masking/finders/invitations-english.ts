import type { Finder } from '../finder.ts';
import { PLATFORM } from '../platforms.ts';
import { inClause, TOLD_CLAUSE } from './proposals.ts';
import { TOLD, TOLD_ZH } from './told.ts';

const NO_TAIL = '(?![的了过嘅咗群们]|时)';
const ASK =
  "(?:let'?s|lets|wanna|shall we|can we|could we|we could|we can|we should|want to|wants to|fancy|up for|happy to|rather|prefer to|easier to|easier if we|anyone wanna|if you want to|if you'd like to|feel free to|would love to|down to|if we|i can|you can|who wants to)";

export const ENGLISH_INVITATION_FINDERS: readonly Finder[] = [
  {
    name: 'on a platform, me',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])(?:add|find|follow|message|msg|dm|pm|text|hmu|hit me up|reach|contact|look|catch|get|ping|call|ring|holla at) ?(?:me )?(?:up )?(?:on|at|via|thru|through|over|in|using) (?:my |the )?${PLATFORM}`,
      'gu',
    ),
    unless: TOLD,
    take: (match) =>
      /(?:me|hmu|pm|dm) /u.test(match[0])
        ? [match.groups?.['lead']?.length ?? 0, match[0].length]
        : null,
  },
  {
    name: 'write to me',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z])(?:(?:d ?m|p ?m|inbox|pvt|priv|private message|direct message|add|buzz|hit up|msg) me(?: up| here| privately| anytime| directly| back)?(?! time)|hmu|hit me up|(?:tex|txt|textt|messge|mesage|messag|mssg|kall|cal|rin) me|give me a (?:call|ring|shout|buzz|bell|text)|reach out to me|get in touch with me|(?:talk|chat|speak) (?:privately|in private)|slide in(?:to)? my dms|(?:my )?dms? (?:are|is|r) (?:always )?open|(?:dm|pm|message|msg|text)'?s? (?:always |are |is )?welcome|(?:d\.? ?m|p\.? ?m)\.? m3|dms open|shoot me a (?:dm|message|text|msg)|come find me|come over to (?:mine|my place|my house|my flat)|where do you live|my inbox is(?: always)? open|drop me a (?:message|line|dm|text|msg|mail|email)|send me (?:a )?(?:dm|pm|private message|message|text|your number|ur number))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'call me',
    kind: 'invitation',
    pattern:
      /(?<lead>^ ?|[.,!?;:()\n-] ?|(?:please|pls|plz|just|you can|u can|you could|feel free to|and|or|so|then|anyone|can you|could you|can someone|could someone|can anyone) )(?:text|call|message|email|e-mail|ring|phone|contact|write to) me(?= (?:on|at|any ?time|if|whenever|when|tonight|tomorrow|please|pls|maybe|instead|privately|directly|back|and (?:i|we)|\d)|[.!?,;:)\n]|$| ?\p{Co})/gu,
    unless: TOLD,
  },
  {
    name: 'platform me',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])${PLATFORM} ?(?:me(?![a-z]| out)|我|搵我|找我|联系我|私我|滴我|call我|号?(?:发|给|俾|畀)(?:1下)?我|上聊|聊|倾|上倾|见(?!到))${NO_TAIL}`,
      'gu',
    ),
    unless: new RegExp(`${TOLD.source}|${TOLD_ZH.source}`, 'u'),
  },
  {
    name: 'talk on a platform',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])${ASK} (?:[a-z']{1,10} ){0,2}(?:talk|chat|speak|message|move|continue|switch|carry on|video call|call|facetime|connect|swap|exchange|text|go)(?: [a-z']{1,10}){0,3} (?:on |over |via |to |through )?(?:my )?${PLATFORM}`,
      'gu',
    ),
    unless:
      /(?:n't|not|never|they|she|he|friends?|mum|mom|dad|used to|said|says|asked) (?:\w+ )?$/u,
  },
  {
    name: 'your number',
    kind: 'invitation',
    pattern: new RegExp(
      `(?<lead>^|[^a-z])(?:(?:can|could|shall|should|let) (?:we|i|us|you) |let'?s )?(?:what'?s|whats|what is|drop|shoot|add|give you|send you|send|give|share|gimme|swap|exchange|leave|trade|pm|dm|here'?s|here is)(?: me| us| each other)?(?: your| ur| ya| our| my)? (?:phone )?(?:numbers?|digits|socials|handles?|contacts?|contact details|contact info|emails?|snaps?|(?:your |ur |my )?${PLATFORM})(?: (?:number|id|name|handle|username))?(?! of| for the| it| from| to)(?![a-z])`,
      'gu',
    ),
    unless: TOLD,
  },
  {
    name: 'somewhere else',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z])(?:talk|chat|message|speak|continue|take this|take it|move|carry on)(?: (?:there|this|it|more|with me|privately))? (?:off (?:here|this app|this site|the app|platform|of here)|outside (?:of )?(?:here|this app|this group|the app)|somewhere (?:else|more private|private)|elsewhere|one on one off here)(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'shall we',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z'])(?:let'?s|lets|shall we|can we|could we|wanna|want to|do you want to|would you like to|fancy|how about|why don'?t (?:we|you)|we could|we should|we can|maybe we|are you up for|anyone (?:up for|fancy|fancies|free for)) [^.!?\n\p{Co}]{0,40}?(?:coffees?|a pint|a drink|a brew|a cuppa|meet(?: ?up)?|meeting|hang(?:ing)? out|get together|link up|walk together|swap|exchange|trade|take (?:this|it|things)|carry (?:this |it )?on|continue (?:this |it )?(?:over|on|some|else|in|off)|move (?:this |it |things )?(?:over|somewhere|off|elsewhere|across|to (?:another|a different|a private|email|text|dms?))|somewhere (?:else|private|quieter)|over there|off (?:here|the site|this|site|the app)|privately|in private|one[ -]to[ -]one|1[ -:]1|on the phone|by phone|over the phone|another (?:app|site|place|group|platform|chat)|side chat|face to face|in person|irl)(?![a-z])/gu,
    unless:
      /(?:(?:\bi|n't|\bnot|never|they|she|he|friends?|mum|mom|dad|people|everyone|who|used|to|said|asked|says|if) (?:\w+ )?)$/u,
  },
  {
    name: 'come round',
    kind: 'invitation',
    pattern:
      /(?<lead>^ ?|[-.,!?;:()\n] ?|(?:please|pls|plz|just|you can|you could|can you|could you|or|so|why don'?t you|always|then|and|welcome to|free to) )(?:come (?:and (?!go)[a-z]+|along)|meet you (?:at|by|outside|near|in|on|there)|find me (?:elsewhere|on|under|at|as|by|outside)|(?:speak|talk|write) to me (?:directly|privately|off|alone|one)|(?:come|pop|drop|swing|nip|visit) (?:(?:on|and|over|round|around|along|down|by|in|up|to) ){0,3}(?:over|round|around|by|find (?:me|us)|see (?:me|us)|meet|join|talk|chat|stay (?:with|at)|sit with me|visit|to (?:mine|my|ours|our)|to the (?:flat|house)|mine|me|us|here and))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'where I will be',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z'])(?:i'?m|i'?ll be|i will be|we'?re|we'?ll be) (?=[^.!?;:\n\p{Co}]{0,60}(?:every|if|wearing|come|by the|in the|at the|on the))[^.!?;:\n\p{Co}]{0,24}(?:caf[eé]|pub|bench|park|station|library|corner|costa|starbucks|nero|tesco|pier|square|beach|gates?|bandstand|steps|entrance|fountain|bridge|harbour|there)(?![a-z])[^.!?;:\n\p{Co}]{0,24}(?:at (?:\d|noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)|every [a-z]+day|on [a-z]+day|from \d)(?![a-z])/gu,
    take: inClause(TOLD_CLAUSE),
  },
  {
    name: 'carry this on',
    kind: 'invitation',
    pattern:
      /(?<lead>^ ?|[.,!?;:()\n] ?|(?:let'?s|lets|can we|shall we|could we|please|just|and|we could|to|wanna) )(?:carry|take|move|continue|keep) (?:this|it|things|the chat)?(?: ?on| ?going)? ?(?:by|over|via|through|off|on|to|in) (?:e-?mail|text|phone|the phone|another|a call|private|dms?|post|letter|my|here|there|the side|\p{Co})(?![a-z])|(?<![a-z])hit (?:my|me on my) line(?![a-z])|(?:switch|move|swap) (?:this |over )?to (?:e-?mail|text|phone|calls?|dms?|\p{Co})(?![a-z])|(?<![a-z])let me know (?:your|where you|if you'?re (?:near|around|local|free|up|close))(?![a-z])|(?<![a-z])come (?:and )?(?:stay|live|sit|crash|sleep)(?: (?:the|with|at|over|here|for|in)(?![a-z])|$)|let me (?:come|visit|drive|drop)(?![a-z])|(?:hear your voice|see your face)(?![a-z])|you (?:can|could) (?:always |just )?(?:stay|crash|sleep|come|kip|visit)(?: (?:at|with|over|round|here|in|on|to))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'meet me',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z'])(?:(?:meet|join) (?:me|us) (?:at|by|on|near|outside|inside|in|under|after|there|tomorrow|tonight|this|next|for|over|behind|opposite|any ?time|[a-z]+day)|meet up with me|i(?:'ll| will| can) (?:wait for you|meet you|pick you up|come to you|come over)|wait for me (?:at|by|outside))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'private me',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z'])(?:(?:private|inbox|pm|dm|p\.?m|d\.?m|whisper|ping|poke|holler at|shout at|direct(?: message)?|i ?m) me(?! (?:out|time|off))|slide in(?:to)? (?:my|the)|(?:my )?(?:inbox|dms?|pms?|door|phone) (?:is|are)(?: always)? open|(?:message|text|write|write to|ring|phone|email|mail|contact) me (?:privately|directly|outside|off|on the side|any ?time|whenever|tonight|later|instead|there|after|before|when)|(?:get|keep|stay) in (?:touch|contact) (?:with me|outside|privately|off)|get hold of (?:me|you)|reach me|find me (?:under|as))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'give me',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z'])(?:(?:give|drop|shoot|send|pass|slip|leave) (?:me|us) (?:a |an |your |ur |some )(?:call|ring|bell|buzz|bing|tinkle|shout|text|line|note|mail|email|message|msg|dm|pm|way|wave|number|digits|contact|address|postcode|details|handle|username|location)|ask (?:me|us) for (?:the|my|an?|our) (?:invite|link|number|address|code|details|password|name|handle)|(?:i(?:'ll| will| can)|let me|happy to|i'?m happy to) (?:send|give|share|dm|pm|message|text) (?:you|u|it|them|anyone) (?:the |my |a |an )?(?:invite|link|number|address|code|details|password|handle|privately)|tell me (?:where you live|your (?:number|address|name on))|(?:how|where) (?:can|do|could) (?:i|we) (?:reach|contact|find|message|call|meet|get hold of|add) you|where (?:do|abouts do) you live|what'?s your (?:address|number|snap|insta|@|handle|user ?name))(?![a-z])/gu,
    unless: TOLD,
  },
  {
    name: 'another group',
    kind: 'invitation',
    pattern:
      /(?<lead>^|[^a-z'])(?:(?:some of us|a few of us|we|i)(?:'ve| have|'re| are)? (?:got |set up |made |started |run |making |starting |in )?(?:another|a private|our own|a separate|a secret|a side|a different|a new) (?:group|chat|server|forum|room|channel)|(?:join|come to) (?:us|our|my|the other|the new) (?:[a-z]+ ){0,2}(?:on|over|in|at|group|server|chat|channel|forum|room))(?![a-z])/gu,
    unless: TOLD,
  },
];
