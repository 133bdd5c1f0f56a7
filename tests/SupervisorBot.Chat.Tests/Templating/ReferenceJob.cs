using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>A template with data, to be expanded by us and by the reference implementation.</summary>
/// <param name="Validate">Whether the result must be a card without a validation error.</param>
internal sealed record ReferenceJob(string Id, JsonNode? Template, JsonNode? Data, JsonNode? Host, bool Validate)
{
    public string ToJsonLine()
    {
        var line = new JsonObject
        {
            ["id"] = Id,
            ["template"] = Template?.DeepClone(),
            ["data"] = Data?.DeepClone(),
            ["validate"] = Validate,
        };
        if (Host is not null)
        {
            line["host"] = Host.DeepClone();
        }

        try
        {
            line["expansion"] = CardTemplate.Parse(Template).Expand(Data, Host);
        }
        catch (Exception problem) when (problem is CardExpansionException or CardTemplateException)
        {
            line["error"] = problem.Message;
        }

        return line.ToJsonString();
    }
}
