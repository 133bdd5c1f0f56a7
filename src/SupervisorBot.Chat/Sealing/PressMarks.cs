using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Sealing;

/// <summary>What every button of a card is given when the card leaves, since it is not known earlier; sealed like the rest.</summary>
/// <param name="IsPrivate">Whether the card is in a targeted message: what a press changes there, it changes for the presser alone.</param>
/// <param name="Home">
/// For a card that came to the personal chat: the id of the group chat or channel thread where it was asked for, and where the outcome is told. Null elsewhere.
/// </param>
internal readonly record struct PressMarks(bool IsPrivate = false, string? Home = null)
{
    /// <summary>The member of a button's data that says so, where it is in a targeted message.</summary>
    public const string PrivateMember = "own";

    /// <summary>The member of a button's data that holds <see cref="Home"/>.</summary>
    public const string HomeMember = "home";

    /// <summary>The marks of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="where">Where it goes.</param>
    /// <param name="asked">Where it was asked for; null where that is the same.</param>
    public static PressMarks Of(Activity message, ConversationReference where, ConversationReference? asked = null) =>
        new(message.Recipient?.IsTargeted == true, where.IsPersonal && asked is { IsPersonal: false } ? asked.ConversationId : null);

    /// <summary>Puts the marks into a button's data, in the place of any that are there.</summary>
    public void Put(JsonObject data)
    {
        data.Remove(PrivateMember);
        data.Remove(HomeMember);
        if (IsPrivate)
        {
            data[PrivateMember] = true;
        }

        if (Home is not null)
        {
            data[HomeMember] = Home;
        }
    }
}
