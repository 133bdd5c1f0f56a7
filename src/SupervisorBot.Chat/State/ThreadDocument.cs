namespace SupervisorBot.Chat.State;

/// <summary>Something that lasts in a thread, such as its board.</summary>
/// <param name="Kind">What it is; there is one of a kind in a thread.</param>
/// <param name="Thread">The conversation's id.</param>
/// <param name="Version">How often it was stored, from 1.</param>
/// <param name="Document">All of it, as JSON.</param>
/// <param name="IsLive">Whether somebody has to look after it.</param>
public sealed record ThreadDocument(string Kind, string Thread, long Version, string Document, bool IsLive);
