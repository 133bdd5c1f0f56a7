namespace SupervisorBot.Chat.History.Export;

/// <summary>What a link would give.</summary>
/// <param name="Name">For whom it was made.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Language">The language of that person.</param>
public sealed record DownloadOffer(string Name, string FileName, string Language);
