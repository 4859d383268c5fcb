@echo off
setlocal
set "ORT_DISABLE_TELEMETRY=1"
set "HOME_DIR=%~dp0.."
set "JAVA_CMD=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_CMD=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA_CMD=%HOME_DIR%\runtime\bin\java.exe"
rem The window wants short pauses, commands throughput, training a small heap.
set "TUNING=-XX:+UseG1GC -XX:MetaspaceSize=96m -XX:MaxNewSize=320m -XX:G1PeriodicGCInterval=60000"
for %%C in (predict val export render bench sample eval check convert help) do if "%~1"=="%%C" set "TUNING=-XX:+UseParallelGC"
for %%C in (train pose) do if "%~1"=="%%C" set "TUNING=-XX:+UseSerialGC"
"%JAVA_CMD%" %TUNING% -Dfile.encoding=UTF-8 -Djava.net.useSystemProxies=true "-Djava.util.logging.config.file=%HOME_DIR%\lib\logging.properties" -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dorg.bytedeco.javacpp.maxbytes=0 %POSEWRIGHT_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.posewright.app.bootstrap.Launcher %*
exit /b %ERRORLEVEL%
