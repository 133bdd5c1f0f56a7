using SupervisorBot.ConnectorSimulator.Chats;

namespace SupervisorBot.Demo;

/// <summary>The Playground's people and chats, in the file that it reads from its working directory.</summary>
internal static class PlaygroundConfig
{
    /// <summary>The file's name.</summary>
    public const string FileName = ".m365agentsplayground.yml";

    /// <summary>The file's content. Its schema is strict: exactly five other users, and a channel beside General at most.</summary>
    public static string Content() => $$"""
        version: "0.1.1"
        tenantId: {{ChatConversation.TenantId}}
        bot: {id: "{{DemoPeople.Bot.Id}}", name: {{DemoPeople.Bot.Name}}}
        currentUser: {{Person(DemoPeople.Alex)}}
        users:
          - {{string.Join("\n  - ", DemoPeople.Others.Select(Person))}}
        personalChat: {id: "a:1personal"}
        groupChat: {id: "19:groupchat@thread.v2", name: Shift leads}
        team:
          id: "19:general@thread.tacv2"
          name: Contact centre
          aadGroupId: bbbbbbbb-0000-4000-8000-000000000031
          channels:
            - {id: "19:incidents@thread.tacv2", name: Incidents}

        """;

    // userPrincipleName is the Playground's own spelling.
    private static string Person(DemoPerson person) =>
        $"{{id: \"{person.Id}\", name: {person.Name}, userPrincipleName: {person.Mail}, aadObjectId: {person.EntraObjectId}, "
        + $"givenName: {person.GivenName}, surname: {person.Surname}, email: {person.Mail}}}";
}
