namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Somebody in the chat.</summary>
internal sealed record Person(string Id, string Name, string EntraObjectId)
{
    public static Person Olga { get; } = new("29:1olga", "Olga Petrova", "aaaaaaaa-0000-4000-8000-000000000001");

    public static Person Boris { get; } = new("29:1boris", "Boris Chen", "aaaaaaaa-0000-4000-8000-000000000002");

    /// <summary>Not listed as an inspector.</summary>
    public static Person Stranger { get; } = new("29:1stranger", "Some Stranger", "aaaaaaaa-0000-4000-8000-000000000009");
}
