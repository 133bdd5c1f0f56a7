using System.Text;
using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.Demo;

/// <summary>The Playground's people and chats, in the file that it reads from its working directory.</summary>
internal static class PlaygroundConfig
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".m365agentsplayground.yml";

    /// <summary>The file's content. Its schema is strict: exactly five other users, and a channel beside General at most.</summary>
    public static string Content()
    {
        var yml = new StringBuilder();
        yml.Append("version: \"0.1.1\"\n");
        yml.Append($"tenantId: {ChatConversation.TenantId}\n");
        yml.Append($"bot:\n  id: {DemoPeople.Bot.Id}\n  name: {DemoPeople.Bot.Name}\n");
        yml.Append("currentUser:\n");
        AppendPerson(yml, DemoPeople.Alex, "  ", "  ");
        yml.Append("users:\n");
        foreach (var person in DemoPeople.Others)
        {
            AppendPerson(yml, person, "  - ", "    ");
        }

        yml.Append("personalChat:\n  id: a:1personal\n");
        yml.Append("groupChat:\n  id: 19:groupchat@thread.v2\n  name: Shift leads\n");
        yml.Append("team:\n  id: 19:general@thread.tacv2\n  name: Contact centre\n  aadGroupId: bbbbbbbb-0000-4000-8000-000000000031\n");
        yml.Append("  channels:\n    - id: 19:incidents@thread.tacv2\n      name: Incidents\n");
        return yml.ToString();
    }

    private static void AppendPerson(StringBuilder yml, DemoPerson person, string first, string indent)
    {
        yml.Append($"{first}id: \"{person.Id}\"\n");
        yml.Append($"{indent}name: {person.Name}\n");
        // The Playground's own spelling.
        yml.Append($"{indent}userPrincipleName: {person.Mail}\n");
        yml.Append($"{indent}aadObjectId: {person.EntraObjectId}\n");
        yml.Append($"{indent}givenName: {person.GivenName}\n");
        yml.Append($"{indent}surname: {person.Surname}\n");
        yml.Append($"{indent}email: {person.Mail}\n");
    }
}
