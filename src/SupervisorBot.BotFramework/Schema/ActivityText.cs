using System.Text.RegularExpressions;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>What a person meant to say, without what the client puts around it.</summary>
public static partial class ActivityText
{
    /// <summary>
    /// The activity's text without mentions of its recipient (the bot), spaces of every kind collapsed to one and trimmed. Only mentions
    /// that an entity of the activity vouches for are cut: a mention that was merely typed, or of somebody else, stays.
    /// </summary>
    /// <param name="activity">An inbound message.</param>
    /// <returns>The text; empty where there is none (a card's submit has none).</returns>
    public static string WithoutRecipientMention(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        string text = activity.Text ?? "";
        foreach (Entity entity in activity.Entities ?? [])
        {
            if (entity.Type == Entity.MentionType && entity.Text is { Length: > 0 } mention && IsRecipient(entity, activity))
            {
                text = text.Replace(mention, " ", StringComparison.Ordinal);
            }
        }

        return Spaces().Replace(text.Replace("&nbsp;", " ", StringComparison.Ordinal), " ").Trim();
    }

    private static bool IsRecipient(Entity entity, Activity activity) =>
        entity.Mentioned?.Id is { Length: > 0 } id && id == activity.Recipient?.Id;

    // \s covers the no-break space; zero-width spaces and the byte order mark, which clients leave around mentions, it does not.
    [GeneratedRegex(@"[\s\u200B\uFEFF]+")]
    private static partial Regex Spaces();
}
