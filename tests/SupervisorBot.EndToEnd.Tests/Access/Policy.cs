using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.EndToEnd.Tests.Access;

/// <summary>Who may do what, said once more and independently of the bot: what a refused cell is answered, or null where the cell is allowed.</summary>
internal static class Policy
{
    public static string? RefusalOf(Role role, Deed deed, ChatConversation where)
    {
        if (role.IsForeign)
        {
            return "Your organisation is not allowed to use this bot";
        }

        if (role.IsGuest)
        {
            return "not for guests";
        }

        if (role.AgentId is null)
        {
            return "You are not listed as an inspector";
        }

        if (deed.Needs is { } needed && !role.May.Contains(needed))
        {
            return needed switch
            {
                "List" => "You may not see the agents and their calls. Ask an administrator of this bot.",
                "Listen" => "You may not listen. Ask an administrator of this bot.",
                "Whisper" => "You may not whisper. Ask an administrator of this bot.",
                "Insert" => "You may not join calls. Ask an administrator of this bot.",
                "Intercept" => "You may not intercept. Ask an administrator of this bot.",
                "Force" => "You may not force an agent's state. Ask an administrator of this bot.",
                "History" => "You may not read what was done. Ask an administrator of this bot.",
                "Administer" => "You may not administer this bot. Ask an administrator of this bot.",
                _ => throw new InvalidOperationException($"No words for {needed}."),
            };
        }

        if (deed.Agent is { } agent && agent != Deed.Own)
        {
            return $"Agent {agent} is not in your teams.";
        }

        return deed.IsAdministration && where.IsGroup ? "personal chat only" : null;
    }

    /// <summary>How a refusal for the want of access sounds, whichever.</summary>
    public static bool IsRefusal(string words) => new[]
    {
        "organisation is not allowed", "not for guests", "not listed as an inspector", "You may not", "is not in your teams", "whether you may", "who may use me",
    }.Any(part => words.Contains(part, StringComparison.Ordinal));
}
