@echo off
setlocal
set "ORT_DISABLE_TELEMETRY=1"
set "HOME_DIR=%~dp0.."
set "JAVA_CMD=java"
if exist "%JAVA_HOME%\bin\java.exe" set "JAVA_CMD=%JAVA_HOME%\bin\java.exe"
if exist "%HOME_DIR%\runtime\bin\java.exe" set "JAVA_CMD=%HOME_DIR%\runtime\bin\java.exe"
set "COLLECTOR=-XX:+UseParallelGC"
if /i "%~1"=="train" set "COLLECTOR=-XX:+UseSerialGC"
if /i "%~1"=="pose" set "COLLECTOR=-XX:+UseSerialGC"
"%JAVA_CMD%" %COLLECTOR% -Dfile.encoding=UTF-8 -Djava.net.useSystemProxies=true "-Djava.util.logging.config.file=%HOME_DIR%\lib\logging.properties" -Dorg.bytedeco.javacpp.maxphysicalbytes=0 -Dorg.bytedeco.javacpp.maxbytes=0 %POSEWRIGHT_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.posewright.app.bootstrap.Launcher %*
exit /b %ERRORLEVEL%
