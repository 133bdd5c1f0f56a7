namespace SupervisorBot.Chat.State;

/// <summary>Names under which a personal chat is found when the person's id in the channel is not known.</summary>
internal static class PersonalChatKeys
{
    /// <summary>The name for a person of the directory. No id of a channel begins like it.</summary>
    /// <param name="entraObjectId">The person's Entra object id.</param>
    public static string Of(string entraObjectId) => $"entra:{entraObjectId.ToLowerInvariant()}";
}
