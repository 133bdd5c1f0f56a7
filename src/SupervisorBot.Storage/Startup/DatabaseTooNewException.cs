namespace SupervisorBot.Storage.Startup;

/// <summary>The database was written by a later version of the bot, which this one must not touch.</summary>
internal sealed class DatabaseTooNewException : Exception;
