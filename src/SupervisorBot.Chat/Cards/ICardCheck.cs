using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Cards;

/// <summary>Looks at every card before it leaves, whether in a message or in the answer to a press. None is there by default; register one to have it called.</summary>
public interface ICardCheck
{
    /// <summary>Looks at one card. It neither changes it nor keeps it from being sent.</summary>
    /// <param name="name">The card's name: its template's.</param>
    /// <param name="card">The card.</param>
    void Look(string name, JsonNode card);
}
