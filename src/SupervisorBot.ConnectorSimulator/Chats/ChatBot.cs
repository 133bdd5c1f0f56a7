namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>The bot as its chats know it.</summary>
/// <param name="Id">The channel's id, in Teams <c>28:</c> and the app id.</param>
/// <param name="Name">The display name.</param>
public sealed record ChatBot(string Id = "28:22222222-2222-4222-8222-222222222222", string Name = "Supervisor Bot");
