import type { Problem } from "../../data/problem.ts";
import type { NoticeWords, Words } from "../../words/types.ts";
import { nameProblem } from "../../words/problem-words.ts";
import { groupByCode } from "./problem-kinds.ts";

interface Props {
  readonly problems: readonly Problem[];
  readonly words: Pick<Words, "notices" | "problems">;
  /** Of the kinds: one below that of what the list stands under. */
  readonly heading: "h3" | "h4" | "h5";
}

/**
 * Every problem of a data set, as `frontline validate` tells of it, under the kind that it is of. Kinds are named in the reader's
 * language; the texts below are the validator's, in English.
 */
export function ProblemList({ problems, words, heading: Heading }: Props) {
  return groupByCode(problems).map(({ code, problems: ofKind }) => (
    <section key={code} className="problem-kind">
      <Heading>
        {nameProblem(words, code)} <code dir="ltr">{code}</code>
      </Heading>
      <ol className="problems">
        {ofKind.map((problem, index) => (
          <ProblemItem
            key={`${index} ${problem.file} ${problem.record}`}
            problem={problem}
            words={words.notices}
          />
        ))}
      </ol>
    </section>
  ));
}

function ProblemItem({ problem, words }: { readonly problem: Problem; readonly words: NoticeWords }) {
  return (
    <li>
      <p>
        <strong>{words.severity(problem.severity)}</strong>{" "}
        <bdi lang="en">
          {[problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(":")}
          {problem.record !== "" && `: ${problem.record}`}
        </bdi>
      </p>
      <dl>
        <dt>{words.found}</dt>
        <dd>
          <bdi lang="en">{problem.found}</bdi>
        </dd>
        <dt>{words.expected}</dt>
        <dd>
          <bdi lang="en">{problem.expected}</bdi>
        </dd>
        <dt>{words.remedy}</dt>
        <dd>
          <bdi lang="en">{problem.remedy}</bdi>
        </dd>
      </dl>
    </li>
  );
}
