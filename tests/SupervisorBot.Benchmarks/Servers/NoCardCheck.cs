using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>Looks at no card.</summary>
internal sealed class NoCardCheck : ICardCheck
{
    public void Look(string name, JsonNode card)
    {
    }
}
