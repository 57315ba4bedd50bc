using System.Text;
using EasDeploy.Tool.Wizard;

namespace EasDeploy.Tool.Tests.Wizard;

/// <summary>docs/reference/wizard-answers.md lists every question. EAS_ACCEPT=1 rewrites it.</summary>
[TestClass]
public sealed class AnswersPageTests
{
    [TestMethod]
    public void The_reference_page_lists_every_question()
    {
        StringBuilder page = new();
        page.Append(
            """
            # Answers of the wizard

            `dotnet eas new` asks these questions, in this order and only as far as the answers before make them arise. `--answers FILE` answers them beforehand. The file is
            either lines of `key: value`, where a line that starts with `#` is a comment, or one JSON object with the same keys; a list in JSON is the same as its parts
            joined with commas.

            ```text
            # answers.txt
            name: qwen_chat
            workspace: aiworkspace_test
            category: llm-inference
            engine: vLLM
            image: vllm:0.14.0-gpu
            mount: yes
            storage-type: oss
            bucket: yqtest-model
            folder: Qwen3.5-0.8B/
            instance: ecs.gn7i-c16g1.4xlarge
            features: health-check
            action: deploy
            ```

            - An answer is the value, the name of a choice, or the number of a row. A keyword is taken where it matches one row only.
            - Each answer is taken once: a screen that is run again from the modify menu asks.
            - A question the file leaves out is asked. Where nobody is there to ask, its default answers it, if it has one; else the wizard stops with exit code 2
              ([EAS8050](../diagnostics/EAS8050.md)) and names the key.
            - A value that breaks a rule is reported with the code of the rule, and asked again; its default then answers nothing.
            - `b` goes back, `q` quits and keeps the answers for `--resume`; both only where they are typed.

            | key | answer | default |
            |---|---|---|

            """);
        foreach (Question question in Questions.All)
        {
            page.Append($"| `{question.Key}` | {question.Meaning} | {(question.Default.Length > 0 ? $"`{question.Default}`" : "")} |\n");
        }

        Golden.Check(page.ToString(), "../../../docs/reference/wizard-answers.md");
    }

    [TestMethod]
    public void Every_question_has_a_key_of_its_own()
    {
        string[] keys = [.. Questions.All.Select(question => question.Key)];

        Assert.IsNotEmpty(keys);
        CollectionAssert.AllItemsAreUnique(keys);
        Assert.AreEqual(typeof(Questions).GetProperties().Count(property => property.PropertyType == typeof(Question)), keys.Length);
    }
}
